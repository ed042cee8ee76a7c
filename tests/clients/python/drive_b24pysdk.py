"""Does with b24pysdk what its users do. Arguments: the portal's name, and the webhook as user/secret."""

import sys

from b24pysdk import BitrixWebhook, Client
from steps import run, step


@step
def lead(client):
    made = client.crm.lead.add({"TITLE": "Made by b24pysdk", "OPPORTUNITY": 12.5}).result
    changed = client.crm.lead.update(made, {"TITLE": "Changed"}).result
    title = client.crm.lead.get(made).result["TITLE"]
    deleted = client.crm.lead.delete(made).result
    return {"made": type(made).__name__, "changed": changed, "title": title, "deleted": deleted}


@step
def lead_fields(client):
    return client.crm.lead.fields().result["TITLE"]["type"]


@step
def lead_page(client):
    request = client.crm.lead.list(select=["ID"], order={"ID": "ASC"}, filter={"<=ID": 120}, start=50)
    return [int(row["ID"]) for row in request.result]


@step
def lead_as_list(client):
    return [int(row["ID"]) for row in client.crm.lead.list(select=["ID"], filter={"<=ID": 120}).as_list().result]


@step
def lead_as_list_fast(client):
    rows = client.crm.lead.list(select=["ID"], filter={"<=ID": 120}).as_list_fast().result
    return [int(row["ID"]) for row in rows]


@step
def lead_contacts(client):
    contact = client.crm.contact.add({"NAME": "Link", "LAST_NAME": "Ed"}).result
    added = client.crm.lead.contact.add(1, {"CONTACT_ID": contact}).result
    linked = [link["CONTACT_ID"] == contact for link in client.crm.lead.contact.items.get(1).result]
    removed = client.crm.lead.contact.delete(1, {"CONTACT_ID": contact}).result
    client.crm.contact.delete(contact).result
    return {"added": added, "linked": linked, "removed": removed}


@step
def lead_product_rows(client):
    done = client.crm.lead.productrows.set(1, [{"PRODUCT_NAME": "Chair", "PRICE": 10, "QUANTITY": 2}]).result
    rows = client.crm.lead.productrows.get(1).result
    return {"done": done, "names": [row["PRODUCT_NAME"] for row in rows]}


@step
def contact(client):
    made = client.crm.contact.add({"NAME": "Ada", "PHONE": [{"VALUE": "+1555", "VALUE_TYPE": "WORK"}]}).result
    read = client.crm.contact.get(made).result
    changed = client.crm.contact.update(made, {"LAST_NAME": "Byron"}).result
    listed = client.crm.contact.list(filter={"=LAST_NAME": "Byron"}, select=["ID"]).result
    deleted = client.crm.contact.delete(made).result
    facts = {"phone": read["PHONE"][0]["VALUE"], "changed": changed, "deleted": deleted}
    return {**facts, "listed": [int(row["ID"]) == made for row in listed]}


@step
def contact_companies(client):
    person = client.crm.contact.add({"NAME": "Worker"}).result
    firm = client.crm.company.add({"TITLE": "Firm"}).result
    added = client.crm.contact.company.add(person, {"COMPANY_ID": firm}).result
    linked = [link["COMPANY_ID"] == firm for link in client.crm.contact.company.items.get(person).result]
    return {"added": added, "linked": linked}


@step
def company(client):
    made = client.crm.company.add({"TITLE": "Acme"}).result
    changed = client.crm.company.update(made, {"TITLE": "Acme Ltd"}).result
    title = client.crm.company.get(made).result["TITLE"]
    listed = [row["TITLE"] for row in client.crm.company.list(filter={"=ID": made}).result]
    deleted = client.crm.company.delete(made).result
    return {"changed": changed, "title": title, "listed": listed, "deleted": deleted}


@step
def company_fields(client):
    return client.crm.company.fields().result["TITLE"]["type"]


def custom_field(service):
    fields = {"FIELD_NAME": "PY_COLOUR", "USER_TYPE_ID": "string", "EDIT_FORM_LABEL": "Colour", "MANDATORY": "N"}
    made = service.add(fields).result
    name = service.get(made).result["FIELD_NAME"]
    changed = service.update(made, {"SORT": 7}).result
    sort = [row["SORT"] for row in service.list(filter={"FIELD_NAME": name}).result]
    deleted = service.delete(made).result
    return {"name": name, "changed": changed, "sort": sort, "deleted": deleted}


@step
def lead_userfield(client):
    return custom_field(client.crm.lead.userfield)


@step
def contact_userfield(client):
    return custom_field(client.crm.contact.userfield)


@step
def company_userfield(client):
    return custom_field(client.crm.company.userfield)


@step
def userfield_fields(client):
    return client.crm.userfield.fields().result["FIELD_NAME"]["type"]


@step
def userfield_types(client):
    return sorted(row["ID"] for row in client.crm.userfield.types().result)


@step
def userfield_enumeration_fields(client):
    return sorted(client.crm.userfield.enumeration.fields().result)


@step
def userfield_settings_fields(client):
    return client.crm.userfield.settings.fields("double").result


@step
def batch(client):
    crm = client.crm
    requests = {"one": crm.lead.get(1), "page": crm.lead.list(select=["ID"], filter={"<=ID": 3})}
    result = client.call_batch(requests).result
    return {"one": result.result["one"]["ID"], "page": len(result.result["page"])}


@step
def batches(client):
    result = client.call_batches([client.crm.lead.get(lead) for lead in range(1, 121)]).result
    return [int(row["ID"]) for row in result.result.values()]


@step
def missing_record(client):
    return client.crm.lead.get(999_999).result


@step
def wrong_arguments(client):
    return client.crm.lead.contact.add(1, {}).result


@step
def wrong_webhook(_):
    other = BitrixWebhook(domain=sys.argv[1], webhook_token="1/0123456789abcdef")
    return Client(other).crm.lead.get(1).result


run(Client(BitrixWebhook(domain=sys.argv[1], webhook_token=sys.argv[2])))
