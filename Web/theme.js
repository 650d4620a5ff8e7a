// Runs before the first paint, so that a chosen theme does not flash. A classic script: modules run later.
try {
    document.documentElement.dataset.theme = localStorage.getItem('roost.theme') || '';
} catch {
    // No storage: the system's theme.
}
