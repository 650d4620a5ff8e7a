// Runs before the first paint, so that a chosen theme does not flash, and before the modules, so that a part of the page that
// does not come is noticed. A classic script: modules run later.
try {
    document.documentElement.dataset.theme = localStorage.getItem('roost.theme') || '';
} catch {
    // No storage: the system's theme.
}

{
    // A browser ends all requests when a network comes or goes on its computer, and asks for no module a second time: the page
    // is loaded again then, so often at most, until main.js says that it has begun.
    const most = 5;
    const name = 'roost.loads';
    let isComing = false;

    /** @returns {boolean} whether the page is loaded again soon */
    const again = () => {
        if (isComing) return true;
        try {
            const loads = Number(sessionStorage.getItem(name)) + 1;
            if (loads > most) return false;
            sessionStorage.setItem(name, String(loads));
        } catch {
            // Nothing to count in: it might go on for ever.
            return false;
        }
        isComing = true;
        setTimeout(() => location.reload(), 1000);
        return true;
    };

    const say = () => {
        document.body.textContent = navigator.language.toLowerCase().startsWith('zh')
            ? '页面的一部分未能从服务器加载。请检查网络连接，然后重新加载此页面。'
            : 'A part of this page did not come from the server. Check the connection, then load the page again.';
    };

    /** @param {Event} event */
    const failed = (event) => {
        const element = event.target;
        const isScript = element instanceof HTMLScriptElement;
        // What is loaded ahead is asked for once more by the script that needs it.
        const isStyle = element instanceof HTMLLinkElement && element.rel === 'stylesheet';
        if (!isScript && !isStyle || again() || isStyle) return;
        if (document.body) say();
        else addEventListener('DOMContentLoaded', say);
    };

    const ended = new AbortController();
    addEventListener('error', failed, { capture: true, signal: ended.signal });
    // From main.js. Taken (defaultPrevented) where the page is loaded again, so that there is nothing to be said.
    addEventListener('roost-failed', (event) => {
        if (again()) event.preventDefault();
    });
    addEventListener('roost-begun', () => {
        ended.abort();
        if (isComing) return;
        try {
            sessionStorage.removeItem(name);
        } catch {
            // Nothing was counted.
        }
    });
}
