//! The fields of a lead, a contact and a company as crm.item.* has them, and what each is made of.

use std::sync::LazyLock;

use super::name;
use crate::entity::Kind;
use crate::model::{Field, MODEL};
use crate::store::links::Relation;

/// A field.
#[derive(Debug)]
pub struct ItemField {
    /// Its name, `stageId`.
    pub name: &'static str,
    /// What it is made of.
    pub source: Source,
    /// What the spec says of it; none for fields the portal has switched off.
    pub spec: Option<&'static Field>,
}

/// What a field is made of.
#[derive(Debug)]
pub enum Source {
    /// A column of the record.
    Column(&'static Field),
    /// Nothing: the portal has switched it off, or the sandbox has nothing to put there.
    Nothing,
    /// The number of the record's kind.
    EntityType,
    /// The first entry of a multi-field, of one type or of any.
    Entry(&'static str, Option<&'static str>),
    /// All entries of all multi-fields.
    Entries,
    /// The linked records.
    Links(Relation),
    /// The users who follow the record.
    Observers,
    /// The words the search looks through.
    Words,
    /// The place of the custom fields, all of them.
    Custom,
}

/// The fields of a kind, in the order in which they come back.
pub fn of(kind: Kind) -> &'static [ItemField] {
    static LEAD: LazyLock<Vec<ItemField>> = LazyLock::new(|| table(Kind::Lead, LEAD_ORDER));
    static CONTACT: LazyLock<Vec<ItemField>> =
        LazyLock::new(|| table(Kind::Contact, CONTACT_ORDER));
    static COMPANY: LazyLock<Vec<ItemField>> =
        LazyLock::new(|| table(Kind::Company, COMPANY_ORDER));
    match kind {
        Kind::Lead => &LEAD,
        Kind::Contact => &CONTACT,
        Kind::Company => &COMPANY,
    }
}

/// The field of that name.
pub fn find(kind: Kind, name: &str) -> Option<&'static ItemField> {
    of(kind).iter().find(|field| field.name == name)
}

fn table(kind: Kind, order: &'static str) -> Vec<ItemField> {
    let fields = order.split_whitespace().map(|name| ItemField {
        name,
        source: source(kind, name),
        spec: MODEL.item.iter().find(|field| field.name == name),
    });
    fields.collect()
}

fn source(kind: Kind, name: &str) -> Source {
    match name {
        "ufCrm*" => Source::Custom,
        "entityTypeId" => Source::EntityType,
        "fm" => Source::Entries,
        "observers" => Source::Observers,
        "contactIds" | "companyIds" => Source::Links(Relation::of(kind)),
        "searchContent" => Source::Words,
        "phone" => Source::Entry("PHONE", None),
        "phoneWork" => Source::Entry("PHONE", Some("WORK")),
        "phoneMobile" => Source::Entry("PHONE", Some("MOBILE")),
        "phoneMailing" => Source::Entry("PHONE", Some("MAILING")),
        "email" => Source::Entry("EMAIL", None),
        "emailWork" => Source::Entry("EMAIL", Some("WORK")),
        "emailHome" => Source::Entry("EMAIL", Some("HOME")),
        "emailMailing" => Source::Entry("EMAIL", Some("MAILING")),
        "imol" => Source::Entry("IM", Some("IMOL")),
        // Nobody talks to anybody here; and addresses are records of their own.
        "lastCommunicationTime" | "address" => Source::Nothing,
        name => column(kind, name).map_or(Source::Nothing, Source::Column),
    }
}

fn column(kind: Kind, name: &str) -> Option<&'static Field> {
    if let Some((_, field)) = UNLISTED.iter().find(|(item, _)| *item == name) {
        let is_kept = kind.unlisted_columns().contains(&field.name.as_str());
        return is_kept.then_some(field);
    }
    match (kind, name) {
        (Kind::Company, "typeId") => kind.field("COMPANY_TYPE"),
        _ => kind.field(&name::classic(name)),
    }
}

/// The fields that the classic methods do not know, as columns.
static UNLISTED: LazyLock<Vec<(&str, Field)>> = LazyLock::new(|| {
    let names = [("webformId", "WEBFORM_ID"), ("categoryId", "CATEGORY_ID")];
    let as_column = |(item, column): (&'static str, &str)| {
        let spec = MODEL.item.iter().find(|field| field.name == item)?;
        let name = column.to_owned();
        Some((
            item,
            Field {
                name,
                ..spec.clone()
            },
        ))
    };
    names.into_iter().filter_map(as_column).collect()
});

// docs: api-reference/crm/universal/crm-item-get.md, its example.
const LEAD_ORDER: &str = "id createdTime dateCreateShort updatedTime dateModifyShort createdBy \
    updatedBy assignedById opened companyId contactId stageId isConvert statusDescription \
    stageSemanticId productId opportunity currencyId sourceId sourceDescription title name lastName \
    secondName shortName companyTitle post address comments webformId originatorId originId dateClosed \
    birthdate honorific hasPhone hasEmail hasImol login isReturnCustomer searchContent \
    isManualOpportunity movedBy movedTime lastActivityBy lastActivityTime phoneMobile phoneWork \
    phoneMailing emailHome emailWork emailMailing skype icq imol email phone fm ufCrm* utmSource \
    utmMedium utmCampaign utmContent utmTerm observers contactIds entityTypeId";

// docs: api-reference/crm/universal/object-fields.md
const CONTACT_ORDER: &str = "id createdTime updatedTime createdBy updatedBy assignedById opened \
    companyId sourceId sourceDescription name lastName secondName shortName photo post address comments \
    leadId export typeId webformId originatorId originId originVersion birthdate honorific hasPhone \
    hasEmail hasImol searchContent categoryId login lastActivityBy lastActivityTime \
    lastCommunicationTime emailHome emailWork emailMailing phoneMobile phoneWork phoneMailing imol email \
    phone fm ufCrm* utmSource utmMedium utmCampaign utmContent utmTerm observers companyIds \
    entityTypeId";

// docs: api-reference/crm/universal/object-fields.md
const COMPANY_ORDER: &str = "id title createdTime updatedTime createdBy updatedBy assignedById opened \
    logo address addressLegal bankingDetails comments typeId industry revenue currencyId employees \
    leadId webformId originatorId originId originVersion hasPhone hasEmail hasImol isMyCompany \
    searchContent categoryId lastActivityBy lastActivityTime lastCommunicationTime emailHome emailWork \
    emailMailing phoneMobile phoneWork phoneMailing imol email phone fm ufCrm* utmSource utmMedium \
    utmCampaign utmContent utmTerm observers contactIds entityTypeId";
