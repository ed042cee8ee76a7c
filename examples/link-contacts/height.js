// Keeps the frame as high as its content, so the portal's page scrolls and the app does not.

// Outlines of focused elements reach beyond the content.
const ROOM = 6;

/** Tells the portal the height of `content` whenever it changes. */
export function followHeight(placement, content) {
  let told = 0;
  const tell = () => {
    const height = Math.ceil(content.getBoundingClientRect().height) + ROOM;
    if (height === told) return;
    told = height;
    // A portal that does not resize this placement stays silent; the frame then scrolls.
    placement.resize("100%", height).catch(() => {});
  };
  new ResizeObserver(() => requestAnimationFrame(tell)).observe(content);
}
