// What the consoles say, in the page's languages.

import { currentLanguage } from '../i18n.js';

const en = {
    connecting: 'Connecting…',
    connected: 'Connected',
    off: 'The machine is off. Its console appears when it starts.',
    gone: 'The machine does not exist any more.',
    taken: 'The console is in use: {why}.',
    revoked: 'The session has ended. Log in again.',
    unsupported: 'Not possible: {why}.',
    lost: 'The connection was lost ({why}). Trying again…',
    takeOver: 'Take over',
    retry: 'Try again',
    keys: 'Send keys…',
    typeText: 'Type text…',
    typePrompt: 'This text is typed at the machine, key by key (US keyboard layout).',
    fit: 'Fit to window',
    original: 'Original size',
    full: 'Full screen',
    picture: 'Save a picture',
    clear: 'Clear',
    stopped: '[the machine is off; waiting for its start]',
    attached: '[connected]',
    disconnected: '[the host is lost: {why}]',
    dropped: '[{bytes} bytes came too fast and were lost]',
    missing: 'The server lacks a library: {why}',
    screen: 'Screen of the machine',
    serial: 'Serial console of the machine',
};

/** @type {typeof en} */
const zh = {
    connecting: '正在连接…',
    connected: '已连接',
    off: '虚拟机已关机。启动后控制台会自动出现。',
    gone: '该虚拟机已不存在。',
    taken: '控制台正被使用：{why}。',
    revoked: '会话已结束，请重新登录。',
    unsupported: '无法显示：{why}。',
    lost: '连接已断开（{why}），正在重试…',
    takeOver: '接管',
    retry: '重试',
    keys: '发送组合键…',
    typeText: '输入文本…',
    typePrompt: '此文本会逐键输入到虚拟机（美式键盘布局）。',
    fit: '适应窗口',
    original: '原始大小',
    full: '全屏',
    picture: '保存截图',
    clear: '清屏',
    stopped: '[虚拟机已关机，等待启动]',
    attached: '[已连接]',
    disconnected: '[与主机的连接已断开：{why}]',
    dropped: '[数据过快，丢失了 {bytes} 字节]',
    missing: '服务器缺少组件：{why}',
    screen: '虚拟机屏幕',
    serial: '虚拟机串行控制台',
};

/**
 * @param {keyof typeof en} key
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values = {}) {
    const text = (currentLanguage() === 'zh' ? zh : en)[key];
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
