// batch() through the built package, against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import * as crm from "crm-wasm";

import { rejects } from "../support/errors.mjs";
import { watch } from "../support/requests.mjs";
import { session } from "../support/session.mjs";

const { batch } = crm;
const MISSING = 999_999;
session();
const newLead = (fields) => crm.crmLeadAdd({ fields: { TITLE: "batch.test", ...fields } });
const titleOf = async (id) => (await crm.crmLeadGet({ id })).TITLE;
/** The requests that work makes, in their order. */
const sent = async (work) => {
  const watched = watch();
  await work().finally(watched.end);
  return watched.requests;
};

test("a later command refers to an earlier one's result, in one request", async () => {
  let values;
  const made = await sent(async () => {
    values = await batch((b) => {
      const lead = b.crmLeadAdd({ fields: { TITLE: "Call back" } });
      return {
        lead,
        link: b.crmLeadContactAdd({ id: lead, fields: { CONTACT_ID: 12 } }),
        back: b.crmLeadGet({ id: lead }),
      };
    });
  });
  assert.deepEqual(made, ["batch of 3"]);
  assert.deepEqual([values.link, values.back.ID, values.back.TITLE], [true, values.lead, "Call back"]);
  assert.deepEqual(await crm.crmLeadContactItemsGet({ id: values.lead }), [
    { CONTACT_ID: 12, SORT: 10, ROLE_ID: 0, IS_PRIMARY: true },
  ]);
});

test("values are what single calls give, raw where a command says so, in the shape that was built", async () => {
  const id = await newLead({ OPENED: true, OPPORTUNITY: 10.5 });
  const filter = { "<=ID": 3 };
  const [lead, page, { raw, fields }, nothing, text] = await batch((b) => [
    b.crmLeadGet({ id }),
    b.crmLeadList({ select: ["ID", "TITLE"], filter }),
    { raw: b.crmLeadGet({ id }, { raw: true }).OPPORTUNITY, fields: [b.crmLeadFields().ID.type] },
    null,
    "as it was",
  ]);
  assert.deepEqual(lead, await crm.crmLeadGet({ id }));
  assert.deepEqual(page, await crm.crmLeadList({ select: ["ID", "TITLE"], filter }));
  assert.deepEqual([raw, fields, nothing, text], ["10.50", ["integer"], null, "as it was"]);
  assert.equal(await batch((b) => b.crmLeadGet({ id }).TITLE), "batch.test");
  assert.deepEqual(await batch((b) => b.call("profile").ID), 1, "a method by its wire's name");
  assert.equal(await batch(() => {}), undefined);
});

test("parts of results are references: rows of a page, numbers beside it, lengths, fields anywhere in parameters", async () => {
  const company = await crm.crmCompanyAdd({ fields: { TITLE: "batch.test" } });
  const source = await newLead({ TITLE: "Source", COMPANY_ID: company });
  const { copy, count, both } = await batch((b) => {
    const lead = b.crmLeadGet({ id: source });
    const page = b.crmLeadList({ select: ["ID"], order: { ID: "DESC" }, filter: { ID: [source, 1] } });
    const fields = { TITLE: lead.TITLE, COMPANY_ID: lead.COMPANY_ID, OPENED: lead.OPENED };
    const copy = b.crmLeadGet({ id: b.crmLeadAdd({ fields }) });
    const ids = [page.items[0].ID, page.items[1].ID];
    return { copy, count: [page.total, page.items.length], both: b.crmLeadList({ filter: { "@ID": ids } }).total };
  });
  assert.deepEqual([copy.TITLE, copy.COMPANY_ID], ["Source", company]);
  assert.deepEqual([count, both], [[2, 2], 2]);
});

test("120 commands are three requests, and references hold across them", async () => {
  let values;
  const made = await sent(async () => {
    values = await batch((b) => {
      const leads = Array.from({ length: 60 }, (_, at) => b.crmLeadAdd({ fields: { TITLE: `Lead ${at}` } }));
      return leads.map((id) => b.crmLeadGet({ id }).TITLE);
    });
  });
  assert.deepEqual(made, ["batch of 50", "batch of 50", "batch of 20"]);
  assert.deepEqual(
    values,
    values.map((_, at) => `Lead ${at}`),
  );
});

test("a request ends before a command that needs a part of what it answers, and the order is kept", async () => {
  const id = await newLead();
  const made = await sent(() =>
    batch((b) => {
      const lead = b.crmLeadGet({ id });
      b.crmLeadUpdate({ id: lead.ID, fields: { TITLE: "Last words" } });
      b.crmLeadUpdate({ id, fields: { COMMENTS: "x" } });
      b.crmLeadDelete({ id });
    }),
  );
  assert.deepEqual(made, ["crm.lead.get", "batch of 3"]);
  await rejects(crm.crmLeadGet({ id }), { kind: "notFound" });
});

test("a batch fails with its first failure, whether that is returned or not, and tells what came of all", async () => {
  const build = (b) => {
    const lead = b.crmLeadAdd({ fields: { TITLE: "Is there" } });
    b.crmLeadGet({ id: MISSING });
    b.crmLeadDelete({ id: MISSING });
    return lead;
  };
  const error = await rejects(batch(build), { kind: "notFound", method: "crm.lead.get", description: "Not found" });
  assert.equal(error.message, "crmLeadGet[1]: Not found");
  const [added, read, deleted] = error.results;
  assert.equal(await titleOf(added.value), "Is there");
  assert.equal(read.reason, error);
  assert.equal(deleted.reason.method, "crm.lead.delete");
  assert.ok(!inspect(error).includes("results"), "what is printed of an error is that error");
});

test("batch.settled gives each reference's own outcome", async () => {
  const id = await newLead();
  const { one, none, title } = await batch.settled((b) => ({
    one: b.crmLeadUpdate({ id, fields: { TITLE: "Settled" } }),
    none: b.crmLeadGet({ id: MISSING }),
    title: b.crmLeadGet({ id }).TITLE,
  }));
  assert.deepEqual(one, { status: "fulfilled", value: true });
  assert.deepEqual(title, { status: "fulfilled", value: "Settled" });
  assert.equal(none.status, "rejected");
  assert.equal(none.reason.kind, "notFound");
});

test("without halt what follows a failure is run, with halt it is not, in later requests either", async () => {
  for (const halt of [false, true]) {
    const ids = await Promise.all([newLead(), newLead(), newLead()]);
    const [before, failed, after, later] = await batch.settled(
      (b) => {
        const update = (id) => b.crmLeadUpdate({ id, fields: { TITLE: "Was run" } });
        const list = b.crmLeadList({ filter: { ID: ids[2] } });
        return [update(ids[0]), b.crmLeadGet({ id: MISSING }), update(ids[1]), update(list.items[0].ID)];
      },
      { halt },
    );
    const titles = await Promise.all(ids.map(titleOf));
    const run = (done) => (done ? "Was run" : "batch.test");
    assert.deepEqual(titles, [run(true), run(!halt), run(!halt)], `halt: ${halt}`);
    assert.deepEqual([before.value, failed.reason.kind], [true, "notFound"]);
    if (!halt) continue;
    for (const { reason } of [after, later]) {
      assert.match(reason.message, /^crmLeadUpdate\[\d\]: not run, because crmLeadGet\[2\] failed$/);
      assert.deepEqual([reason.outcome, reason.cause], ["rejected", failed.reason]);
    }
  }
});

test("everything that is wrong with the parameters of all commands is said at once, and nothing is sent", async () => {
  let error;
  const made = await sent(async () => {
    error = await rejects(
      batch((b) => [
        b.crmLeadAdd({ fields: { OPPORTUNITY: "much", TITLE: 5n } }),
        b.crmLeadGet({ id: 1 }),
        b.crmLeadContactAdd({ id: 1, fields: {} }, { raw: 1 }),
        b.call("no name"),
      ]),
      { kind: "validation", method: "batch" },
    );
  });
  assert.deepEqual(made, []);
  assert.deepEqual(error.problems.map(({ path }) => path).sort(), [
    "call[3].name",
    "crmLeadAdd[0].params.fields.OPPORTUNITY",
    "crmLeadAdd[0].params.fields.TITLE",
    "crmLeadContactAdd[2].options.raw",
    "crmLeadContactAdd[2].params.fields.CONTACT_ID",
  ]);
});

test("parameters are taken when a command is added", async () => {
  const fields = { TITLE: "Before" };
  const { title } = await batch((b) => {
    const lead = b.crmLeadAdd({ fields });
    fields.TITLE = "After";
    return { title: b.crmLeadGet({ id: lead }).TITLE };
  });
  assert.equal(title, "Before");
});

test("what is no use of a reference is said", async () => {
  const misuses = [
    [
      (b) => b.crmLeadAdd({ fields: { TITLE: `${b.crmLeadGet({ id: 1 }).TITLE}!` } }),
      /crmLeadGet\[0\]\.TITLE has no value/,
    ],
    [(b) => b.crmLeadAdd({ fields: { ...b.crmLeadGet({ id: 1 }) } }), /crmLeadGet\[0\] has no value yet/],
    [(b) => b.crmLeadList().total > 5, /crmLeadList\[0\]\.total has no value yet/],
    [() => [crm.crmLeadGet({ id: 1 })], /returns a promise/],
    [async (b) => b.crmLeadGet({ id: await b.crmLeadAdd() }), /build is async/],
    [(b) => batch((inner) => inner.crmLeadGet({ id: b.crmLeadAdd() })), /build is async/],
  ];
  for (const [build, message] of misuses) {
    await rejects(batch(build), { kind: "validation", message });
  }
  let kept;
  await batch((b) => (kept = b.crmLeadGet({ id: 1 })));
  await rejects(crm.crmLeadGet({ id: kept.ID }), {
    kind: "validation",
    message: /params\.id .*only be used in its own batch/,
  });
  await rejects(
    batch(() => kept),
    { kind: "validation", message: /only be used in its own batch/ },
  );
  assert.equal(kept.then, undefined);
  assert.match(inspect(kept.COMPANY_ID), /crmLeadGet\[0\]\.COMPANY_ID/);
});

test("a command that goes by itself keeps its place", async () => {
  const id = await newLead({ COMMENTS: "x" });
  let values;
  const made = await sent(async () => {
    values = await batch((b) => {
      const before = b.crmLeadGet({ id }).TITLE;
      b.crmLeadUpdate({ id, fields: { TITLE: "Costs $result[lead][ID]" } });
      return [before, b.crmLeadGet({ id }).TITLE, b.crmLeadContactItemsSet({ id, items: [] })];
    });
  });
  assert.deepEqual(made, ["crm.lead.get", "crm.lead.update", "crm.lead.get", "crm.lead.contact.items.set"]);
  assert.deepEqual(values, ["batch.test", "Costs $result[lead][ID]", true]);
});

test("texts of all kinds stay what they are", async () => {
  const texts = [
    "$result[0]",
    "0$result[0]",
    "$RESULT[0][ID] and $Next[0]",
    "$total[0] $time[0] $error[0]",
    "#1 & more = 100% + ?x[]=y",
    "Заявка — 「見積」 🦊 \u2028 \"'\\/<&>",
    "\0starts with NUL",
    "\0abc:0",
    "line\r\nline\ttab",
    " padded ",
    "null",
    "false",
    "[]",
    "a\0b",
    "__Host-x",
  ];
  const read = await batch((b) =>
    texts.map((TITLE) => b.crmLeadGet({ id: b.crmLeadAdd({ fields: { TITLE: `x${TITLE}` } }) }).TITLE),
  );
  assert.deepEqual(
    read,
    texts.map((text) => `x${text}`),
  );
});

test("a batch that is aborted says which of its commands may have been done", async () => {
  const before = await batch.settled((b) => [b.crmLeadGet({ id: 1 })], { signal: AbortSignal.abort() });
  assert.deepEqual([before[0].reason.kind, before[0].reason.outcome], ["aborted", "rejected"]);

  const controller = new AbortController();
  const watched = watch((_, number) => {
    if (number < 2) return undefined;
    controller.abort();
    return new Promise(() => {});
  });
  const ids = Array.from({ length: 110 }, () => 1);
  const { signal } = controller;
  const outcomes = await batch.settled((b) => ids.map((id) => b.crmLeadUpdate({ id, fields: { COMMENTS: "x" } })), {
    signal,
  });
  watched.end();
  const said = outcomes.map(({ value, reason }) => (reason ? `${reason.kind} ${reason.outcome}` : value));
  const parts = [said.slice(0, 50), said.slice(50, 100), said.slice(100)];
  assert.deepEqual(parts.map((part) => [...new Set(part)]), [[true], ["aborted unknown"], ["aborted rejected"]]); // prettier-ignore
  assert.equal(watched.requests.length, 2);
});

test("when a batch is lost on its way, each of its commands says that it may have been done", async () => {
  const watched = watch(() => new Response("<html>", { status: 502, headers: { "content-type": "text/html" } }));
  const outcomes = await batch.settled((b) => [b.crmLeadAdd(), b.crmLeadGet({ id: 1 })]);
  watched.end();
  assert.deepEqual(
    outcomes.map(({ reason }) => [reason.kind, reason.outcome, reason.method]),
    [
      ["protocol", "unknown", "crm.lead.add"],
      ["protocol", "unknown", "crm.lead.get"],
    ],
  );
  assert.deepEqual(watched.requests, ["batch of 2"], "a batch with a create is not sent again");
});
