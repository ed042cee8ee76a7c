//! The methods of the spec as people read them and as the explorer's forms need them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value, json};

/// What the spec says, resolved.
pub static SPEC: LazyLock<Spec> = LazyLock::new(|| {
    let text = include_str!(concat!(env!("OUT_DIR"), "/model.json"));
    serde_json::from_str(text).expect("build.rs writes a sound model")
});

/// The part of the model that pages show.
#[derive(Debug, Deserialize)]
pub struct Spec {
    /// Families of methods, by name.
    pub families: Vec<Family>,
    /// Methods, by name.
    pub methods: Vec<Method>,
    /// Objects as the model has them.
    objects: Vec<Value>,
    /// Events, by name.
    pub events: Vec<Event>,
    /// Placements, by code.
    pub placements: Vec<Place>,
}

/// A family of methods.
#[derive(Debug, Deserialize)]
pub struct Family {
    /// Its name, `crm.lead.contact`.
    pub name: String,
    /// The permission its callers need.
    pub scope: String,
    /// What it is about.
    pub doc: String,
}

/// An event.
#[derive(Debug, Deserialize)]
pub struct Event {
    /// The wire's name, `ONCRMLEADADD`.
    pub name: String,
    /// When it happens.
    pub doc: String,
}

/// A place an app can be bound to.
#[derive(Debug, Deserialize)]
pub struct Place {
    /// Its code, `CRM_LEAD_DETAIL_TAB`.
    pub code: String,
    /// What it is.
    pub doc: String,
}

/// A method.
#[derive(Debug, Deserialize)]
pub struct Method {
    /// The wire's name.
    pub name: String,
    /// The package's function.
    pub js: String,
    /// The family it belongs to.
    pub family: String,
    /// The permission it needs; empty for none.
    pub scope: String,
    /// `read`, `write`, `create` or `delete`.
    pub effect: String,
    /// What it does.
    pub doc: String,
    /// Its page in the official documentation.
    pub page: Option<String>,
    /// `application` where a webhook will not do.
    pub context: Option<String>,
    /// Whether an administrator is needed.
    pub admin: bool,
    /// What is to be used instead.
    pub deprecated: Option<Deprecation>,
    /// Its parameters, as the model has them.
    pub params: Vec<Map<String, Value>>,
    /// What it gives.
    pub result: Outcome,
    /// How its rows are paged, for a list.
    pub list: Option<Value>,
    /// What it refuses.
    pub errors: Vec<Refusal>,
}

/// Why a method is not to be used any more.
#[derive(Debug, Deserialize)]
pub struct Deprecation {
    /// What to use instead.
    #[serde(rename = "use")]
    pub instead: Option<String>,
    /// Why.
    pub doc: Option<String>,
}

/// What a method gives; of a list, one row.
#[derive(Debug, Deserialize)]
pub struct Outcome {
    /// Its type, in the spec's notation.
    #[serde(rename = "type")]
    pub ty: String,
    /// What it means.
    pub doc: String,
}

/// An error a method answers with.
#[derive(Debug, Deserialize)]
pub struct Refusal {
    /// Its code; some are empty.
    pub code: String,
    /// Its text, where the code says too little.
    pub text: String,
    /// When it comes.
    pub doc: String,
}

impl Spec {
    /// The method of that name, in whatever case.
    pub fn method(&self, name: &str) -> Option<&Method> {
        let mut methods = self.methods.iter();
        methods.find(|method| method.name.eq_ignore_ascii_case(name))
    }

    /// The permissions that callers can need, by name.
    pub fn scopes(&self) -> Vec<&str> {
        let scopes = self.families.iter().map(|family| family.scope.as_str());
        // No declared family needs it, but apps ask for it to know whom they serve.
        let scopes = scopes.chain(["user"]);
        let known: BTreeSet<&str> = scopes.filter(|scope| !scope.is_empty()).collect();
        known.into_iter().collect()
    }

    /// What a form for the method needs: its parameters, and every object they are made of.
    pub fn form(&self, method: &Method) -> Value {
        let mut objects = Map::new();
        for param in &method.params {
            self.collect(param.get("type"), &mut objects);
        }
        let directories = directories(&method.params, &objects);
        json!({
            "name": method.name,
            "js": method.js,
            "effect": method.effect,
            "params": method.params,
            "objects": objects,
            "directories": directories,
        })
    }

    fn collect(&self, ty: Option<&Value>, found: &mut Map<String, Value>) {
        let ty = ty.and_then(Value::as_str).unwrap_or_default();
        for name in ty.split(|letter: char| !letter.is_alphanumeric()) {
            let object = self.objects.iter().find(|object| object["name"] == name);
            let Some(object) = object.filter(|_| !found.contains_key(name)) else {
                continue;
            };
            found.insert(name.to_owned(), object.clone());
            for field in object["fields"].as_array().into_iter().flatten() {
                self.collect(field.get("type"), found);
            }
        }
    }
}

/// The directories that fields of a form are chosen from.
fn directories(params: &[Map<String, Value>], objects: &Map<String, Value>) -> BTreeSet<String> {
    let fields = objects
        .values()
        .filter_map(|object| object["fields"].as_array());
    let types = fields.flatten().map(|field| &field["type"]);
    let own = params.iter().filter_map(|param| param.get("type"));
    let types = types.chain(own).filter_map(Value::as_str);
    types.filter_map(directory_of).map(str::to_owned).collect()
}

fn directory_of(ty: &str) -> Option<&str> {
    ty.strip_prefix("status<")?.strip_suffix('>')
}

#[cfg(test)]
mod tests {
    use super::SPEC;

    #[test]
    fn a_form_brings_the_objects_and_directories_of_its_fields() {
        let method = SPEC.method("CRM.lead.ADD").unwrap();
        let form = SPEC.form(method);
        assert_eq!(form["js"], "crmLeadAdd");
        assert!(form["objects"]["Lead"]["fields"].is_array());
        assert!(form["objects"]["Phone"]["fields"].is_array());
        assert!(form["objects"].get("ContactCompanyLink").is_none());
        let directories = form["directories"].as_array().unwrap();
        assert!(directories.iter().any(|name| name == "SOURCE"));
    }
}
