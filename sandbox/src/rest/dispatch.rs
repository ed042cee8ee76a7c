//! Which function answers which method.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::call::{Answered, Call};
use super::error::{Fault, RestError};
use crate::model::MODEL;
use crate::{app_options, batch, core, crm, events, placement, userfieldtype};

/// A method.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    /// Its name as people write it.
    pub name: &'static str,
    /// The scope its callers must hold; empty for none.
    pub scope: &'static str,
    /// Who may call it.
    pub context: Context,
    /// What answers it.
    pub run: fn(&Call<'_>) -> Answered,
}

/// Who may call a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Webhooks, apps and the portal's own pages.
    Any,
    /// Apps: others are told that their kind of authorization is wrong.
    App,
    /// Apps: others are told that access is denied.
    AppOptions,
}

impl Method {
    /// A row of the table.
    pub const fn new(
        name: &'static str,
        scope: &'static str,
        context: Context,
        run: fn(&Call<'_>) -> Answered,
    ) -> Self {
        Self {
            name,
            scope,
            context,
            run,
        }
    }
}

impl Method {
    /// Whether it changes nothing, so that several may run at once.
    pub fn only_reads(&self) -> bool {
        static READING: LazyLock<HashSet<&str>> = LazyLock::new(|| {
            let reading = MODEL
                .methods
                .iter()
                .filter(|method| method.effect == "read");
            reading.map(|method| method.name.as_str()).collect()
        });
        READING.contains(self.name)
    }
}

/// Every method, family by family.
pub fn methods() -> impl Iterator<Item = &'static Method> {
    [
        batch::METHODS,
        core::METHODS,
        app_options::METHODS,
        crm::METHODS,
        events::METHODS,
        placement::METHODS,
        userfieldtype::METHODS,
    ]
    .into_iter()
    .flatten()
}

/// The method of that name, in small letters; else why there is none.
pub fn find(name: &str) -> Result<&'static Method, RestError> {
    static BY_NAME: LazyLock<HashMap<String, &Method>> = LazyLock::new(|| {
        methods()
            .map(|method| (method.name.to_lowercase(), method))
            .collect()
    });
    match BY_NAME.get(name) {
        Some(method) => Ok(method),
        None if exists_elsewhere(name) => Err(RestError::new(
            Fault::NotImplemented,
            format!("The sandbox does not implement {name}."),
        )),
        None => Err(Fault::MethodNotFound.into()),
    }
}

/// Whether the real portal has a method of that name: as documented, besides the ones above.
fn exists_elsewhere(name: &str) -> bool {
    static DOCUMENTED: LazyLock<HashSet<&str>> =
        LazyLock::new(|| include_str!("documented.txt").lines().collect());
    DOCUMENTED.contains(name)
}
