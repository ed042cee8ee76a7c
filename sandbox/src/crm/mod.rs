//! Leads, contacts and companies: what the crm.* methods do.

use crate::entity::Kind::{Company, Contact, Lead};
use crate::rest::call::{Answered, Call};
use crate::rest::dispatch::{Context, Method};
use crate::store::links::Relation::{CompanyContacts, ContactCompanies, LeadContacts};

pub mod access;
pub mod attached;
pub mod comments;
pub mod configuration;
pub mod conversion;
pub mod defaults;
pub mod fields;
pub mod file;
pub mod filter;
pub mod input;
pub mod item;
pub mod links;
pub mod multifield;
pub mod productrows;
pub mod records;
pub mod rows;
pub mod search;
pub mod select;
pub mod status;
pub mod userfield;
pub mod wire;

const fn method(name: &'static str, run: fn(&Call<'_>) -> Answered) -> Method {
    Method::new(name, "crm", Context::Any, run)
}

/// The methods of this module.
#[rustfmt::skip]
pub const METHODS: &[Method] = &[
    method("crm.lead.add", |call| records::add(call, Lead)),
    method("crm.lead.update", |call| records::update(call, Lead)),
    method("crm.lead.get", |call| records::get(call, Lead)),
    method("crm.lead.list", |call| records::list(call, Lead)),
    method("crm.lead.delete", |call| records::delete(call, Lead)),
    method("crm.lead.fields", |call| fields::fields(call, Lead)),
    method("crm.lead.productrows.get", productrows::get),
    method("crm.lead.productrows.set", productrows::set),
    method("crm.lead.contact.add", |call| links::add(call, LeadContacts)),
    method("crm.lead.contact.delete", |call| links::delete(call, LeadContacts)),
    method("crm.lead.contact.fields", |call| links::fields(call, LeadContacts)),
    method("crm.lead.contact.items.get", |call| links::items_get(call, LeadContacts)),
    method("crm.lead.contact.items.set", |call| links::items_set(call, LeadContacts)),
    method("crm.lead.contact.items.delete", |call| links::items_delete(call, LeadContacts)),
    method("crm.lead.userfield.add", |call| userfield::add(call, Lead)),
    method("crm.lead.userfield.update", |call| userfield::update(call, Lead)),
    method("crm.lead.userfield.get", |call| userfield::get(call, Lead)),
    method("crm.lead.userfield.list", |call| userfield::list(call, Lead)),
    method("crm.lead.userfield.delete", |call| userfield::delete(call, Lead)),
    method("crm.lead.details.configuration.get", |call| configuration::get(call, Lead)),
    method("crm.lead.details.configuration.set", |call| configuration::set(call, Lead)),
    method("crm.lead.details.configuration.reset", |call| configuration::reset(call, Lead)),
    method("crm.lead.details.configuration.forceCommonScopeForAll", |call| configuration::force_common(call, Lead)),
    method("crm.contact.add", |call| records::add(call, Contact)),
    method("crm.contact.update", |call| records::update(call, Contact)),
    method("crm.contact.get", |call| records::get(call, Contact)),
    method("crm.contact.list", |call| records::list(call, Contact)),
    method("crm.contact.delete", |call| records::delete(call, Contact)),
    method("crm.contact.fields", |call| fields::fields(call, Contact)),
    method("crm.contact.company.add", |call| links::add(call, ContactCompanies)),
    method("crm.contact.company.delete", |call| links::delete(call, ContactCompanies)),
    method("crm.contact.company.fields", |call| links::fields(call, ContactCompanies)),
    method("crm.contact.company.items.get", |call| links::items_get(call, ContactCompanies)),
    method("crm.contact.company.items.set", |call| links::items_set(call, ContactCompanies)),
    method("crm.contact.company.items.delete", |call| links::items_delete(call, ContactCompanies)),
    method("crm.contact.userfield.add", |call| userfield::add(call, Contact)),
    method("crm.contact.userfield.update", |call| userfield::update(call, Contact)),
    method("crm.contact.userfield.get", |call| userfield::get(call, Contact)),
    method("crm.contact.userfield.list", |call| userfield::list(call, Contact)),
    method("crm.contact.userfield.delete", |call| userfield::delete(call, Contact)),
    method("crm.contact.details.configuration.get", |call| configuration::get(call, Contact)),
    method("crm.contact.details.configuration.set", |call| configuration::set(call, Contact)),
    method("crm.contact.details.configuration.reset", |call| configuration::reset(call, Contact)),
    method("crm.contact.details.configuration.forceCommonScopeForAll", |call| configuration::force_common(call, Contact)),
    method("crm.company.add", |call| records::add(call, Company)),
    method("crm.company.update", |call| records::update(call, Company)),
    method("crm.company.get", |call| records::get(call, Company)),
    method("crm.company.list", |call| records::list(call, Company)),
    method("crm.company.delete", |call| records::delete(call, Company)),
    method("crm.company.fields", |call| fields::fields(call, Company)),
    method("crm.company.contact.add", |call| links::add(call, CompanyContacts)),
    method("crm.company.contact.delete", |call| links::delete(call, CompanyContacts)),
    method("crm.company.contact.fields", |call| links::fields(call, CompanyContacts)),
    method("crm.company.contact.items.get", |call| links::items_get(call, CompanyContacts)),
    method("crm.company.contact.items.set", |call| links::items_set(call, CompanyContacts)),
    method("crm.company.contact.items.delete", |call| links::items_delete(call, CompanyContacts)),
    method("crm.company.userfield.add", |call| userfield::add(call, Company)),
    method("crm.company.userfield.update", |call| userfield::update(call, Company)),
    method("crm.company.userfield.get", |call| userfield::get(call, Company)),
    method("crm.company.userfield.list", |call| userfield::list(call, Company)),
    method("crm.company.userfield.delete", |call| userfield::delete(call, Company)),
    method("crm.company.details.configuration.get", |call| configuration::get(call, Company)),
    method("crm.company.details.configuration.set", |call| configuration::set(call, Company)),
    method("crm.company.details.configuration.reset", |call| configuration::reset(call, Company)),
    method("crm.company.details.configuration.forceCommonScopeForAll", |call| configuration::force_common(call, Company)),
    method("crm.userfield.fields", userfield::catalogue::fields),
    method("crm.userfield.types", userfield::catalogue::types),
    method("crm.userfield.enumeration.fields", userfield::catalogue::enumeration_fields),
    method("crm.item.add", item::add),
    method("crm.item.update", item::update),
    method("crm.item.get", item::get),
    method("crm.item.list", item::list),
    method("crm.item.delete", item::delete),
    method("crm.item.fields", item::fields),
    method("crm.status.add", status::write::add),
    method("crm.status.update", status::write::update),
    method("crm.status.delete", status::write::delete),
    method("crm.status.get", status::get),
    method("crm.status.list", status::list),
    method("crm.status.fields", status::fields),
    method("crm.status.entity.types", status::directory::types),
    method("crm.status.entity.items", status::directory::items),
];
