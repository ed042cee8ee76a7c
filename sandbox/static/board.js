// The board of leads: cards are dragged to another stage, or moved there by their menu.

import { reloadLive } from "./ui/live.js";
import { openMenu } from "./ui/menu.js";
import { call } from "./ui/rest.js";
import { t } from "./ui/text.js";
import { toast } from "./ui/toast.js";

const DRAGGED = "is-dragged";
const TARGET = "is-target";

// On the document, because a refreshed board is another element.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (button) openStages(button);
});
document.addEventListener("dragstart", (event) => {
  const card = event.target.closest?.(".board-card");
  if (!card) return;
  card.classList.add(DRAGGED);
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", card.dataset.title);
});
document.addEventListener("dragover", (event) => {
  const column = columnUnder(event);
  mark(column);
  if (column) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  const column = columnUnder(event);
  const card = draggedCard();
  if (!column || !card) return;
  event.preventDefault();
  moveTo(card, column);
});
document.addEventListener("dragend", () => {
  draggedCard()?.classList.remove(DRAGGED);
  mark(null);
});

function openStages(button) {
  const card = button.closest(".board-card");
  const here = card.closest("[data-stage]");
  const items = columns().map((column) => ({
    name: column.dataset.stageName,
    value: column.dataset.stage,
    current: column === here,
  }));
  openMenu(button, button.getAttribute("aria-label"), items, (stage) => {
    const column = columns().find((each) => each.dataset.stage === stage);
    if (column) moveTo(card, column);
  });
}

async function moveTo(card, column) {
  const { lead, title } = card.dataset;
  const { stage, stageName } = column.dataset;
  if (card.closest("[data-stage]") === column) return;
  // Shown at once; the board that comes back from the portal is the truth.
  column.querySelector(".board-cards").prepend(card);
  card.classList.remove(DRAGGED);
  mark(null);
  try {
    await call("crm.lead.update", { id: Number(lead), fields: { STATUS_ID: stage } });
    toast(t("board.moved", { title, stage: stageName }));
  } catch (error) {
    toast(t("board.failed", { reason: error.message }));
  }
  await reloadLive();
  document.querySelector(`[data-lead="${CSS.escape(lead)}"] [data-move]`)?.focus();
}

function columns() {
  return [...document.querySelectorAll(".board-column")];
}

function draggedCard() {
  return document.querySelector(`.${DRAGGED}`);
}

function columnUnder(event) {
  return draggedCard() ? (event.target.closest?.(".board-column") ?? null) : null;
}

function mark(column) {
  for (const each of columns()) each.classList.toggle(TARGET, each === column);
}
