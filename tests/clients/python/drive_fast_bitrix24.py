"""Does with fast_bitrix24 what its users do. Argument: the address of a webhook."""

import sys

from fast_bitrix24 import Bitrix
from steps import run, step


def ids(rows):
    return sorted(int(row["ID"]) for row in rows)


@step
def get_all(bitrix):
    return ids(bitrix.get_all("crm.lead.list", {"select": ["ID", "TITLE"]}))


@step
def get_all_filtered(bitrix):
    return ids(bitrix.get_all("crm.lead.list", {"filter": {"<=ID": 60}, "select": ["ID"]}))


@step
def get_all_of_a_method_without_pages(bitrix):
    return bitrix.get_all("crm.lead.fields")["TITLE"]["type"]


@step
def get_all_of_nothing(bitrix):
    return bitrix.get_all("crm.lead.list", {"filter": {"=TITLE": "no such lead"}})


@step
def get_by_id(bitrix):
    leads = bitrix.get_by_ID("crm.lead.get", range(1, 71))
    return {key: lead["ID"] for key, lead in leads.items()}


@step
def get_by_id_of_links(bitrix):
    return bitrix.get_by_ID("crm.lead.contact.items.get", [1, 2])


@step
def list_and_get(bitrix):
    leads = bitrix.list_and_get("crm.lead")
    return {"count": len(leads), "whole": all("TITLE" in lead and "STATUS_ID" in lead for lead in leads.values())}


@step
def call_one(bitrix):
    return bitrix.call("crm.lead.add", {"fields": {"TITLE": "Made by fast_bitrix24"}})


@step
def call_many(bitrix):
    made = bitrix.call("crm.lead.add", [{"fields": {"TITLE": f"Made {at:02} & more"}} for at in range(60)])
    read = bitrix.get_by_ID("crm.lead.get", made)
    # It gives the answers batch by batch, in the order in which the batches were answered.
    titles = sorted(read[str(lead)]["TITLE"] for lead in made)
    bitrix.call("crm.lead.delete", [{"ID": lead} for lead in made])
    return titles


@step
def call_batch(bitrix):
    commands = {"newest": "crm.lead.list?order[ID]=DESC&select[]=ID", "lead": "crm.lead.get?id=$result[newest][0][ID]"}
    answers = bitrix.call_batch({"halt": 0, "cmd": commands})
    return answers["lead"]["ID"] == answers["newest"][0]["ID"]


@step
def call_raw(bitrix):
    return bitrix.call("crm.lead.get", {"id": 7}, raw=True)["result"]["ID"]


@step
def missing_record(bitrix):
    return bitrix.call("crm.lead.get", {"ID": 999_999})


@step
def wrong_method(bitrix):
    return bitrix.call("crm.lead.nothing", {"ID": 1})


@step
def wrong_webhook(bitrix):
    return Bitrix(sys.argv[1].replace("/rest/1/", "/rest/1/x"), verbose=False).call("crm.lead.get", {"ID": 1})


run(Bitrix(sys.argv[1], verbose=False))
