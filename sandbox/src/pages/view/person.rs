//! A contact as it appears beside other records.

use super::Reach;
use crate::pages::text::fill;

const TONES: i64 = 6;

/// A contact.
#[derive(Clone, Debug)]
pub struct Person {
    /// The contact's id.
    pub id: i64,
    /// First and last name; `None` for a contact that does not exist any more.
    pub full_name: Option<String>,
    /// Position at work.
    pub post: Option<String>,
    /// Phone numbers.
    pub phones: Vec<Reach>,
    /// E-mail addresses.
    pub emails: Vec<Reach>,
}

impl Person {
    /// What to call the contact.
    pub fn name(&self) -> String {
        self.full_name
            .clone()
            .unwrap_or_else(|| fill("card.contact_number", &[("id", &self.id)]))
    }

    /// The path of its card.
    pub fn path(&self) -> String {
        format!("/crm/contact/details/{}/", self.id)
    }

    /// The colour of its circle, the same on every page.
    pub fn tone(&self) -> i64 {
        self.id.rem_euclid(TONES)
    }

    /// The first letters of the first two names.
    pub fn initials(&self) -> String {
        let name = self.full_name.as_deref().unwrap_or("?");
        name.split_whitespace()
            .take(2)
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_uppercase)
            .collect()
    }
}
