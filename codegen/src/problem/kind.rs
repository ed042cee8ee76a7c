//! The kinds of problems, with their facts and their words.

use thiserror::Error;

use crate::source::ReadError;

/// The kinds of problems; `Display` is the headline.
#[derive(Debug, Error)]
pub enum Kind {
    /// A file or folder cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The text is not TOML.
    #[error("not TOML: {0}")]
    Syntax(String),
    /// A key nobody reads.
    #[error("unknown key `{key}` in {of}")]
    UnknownKey {
        /// The key as written.
        key: String,
        /// What it was written in, with its article.
        of: &'static str,
        /// The known key that comes closest.
        suggestion: Option<String>,
        /// All known keys.
        known: Vec<&'static str>,
    },
    /// A key that must be there is not.
    #[error("`{key}` is missing in {of}")]
    MissingKey {
        /// The key.
        key: &'static str,
        /// What lacks it, with its article.
        of: &'static str,
    },
    /// A value of the wrong type.
    #[error("`{key}` is {found}, expected {expected}")]
    WrongValue {
        /// The key.
        key: String,
        /// What it has to be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// A dotted name that TOML takes for tables in tables.
    #[error("the dotted name `{0}` needs quotes")]
    UnquotedName(String),
    /// A text that says nothing.
    #[error("`{0}` is empty")]
    EmptyText(String),
    /// A type nobody declared.
    #[error("unknown type `{name}`")]
    UnknownType {
        /// The name as written.
        name: String,
        /// The known name that comes closest.
        suggestion: Option<String>,
    },
    /// A type that cannot be read.
    #[error("malformed type: {0}")]
    MalformedType(String),
    /// A word outside a fixed list.
    #[error("unknown {what} `{word}`")]
    UnknownWord {
        /// What the word should be.
        what: &'static str,
        /// The word as written.
        word: String,
        /// The list.
        known: Vec<String>,
        /// The known word that comes closest.
        suggestion: Option<String>,
    },
    /// The same thing declared twice.
    #[error("{what} `{name}` is declared twice")]
    Duplicate {
        /// What it is.
        what: &'static str,
        /// Its name.
        name: String,
    },
    /// Two things that would have one name in JavaScript or TypeScript.
    #[error("{what} would have the same name in {language}: `{name}`")]
    Collision {
        /// The two, with their names.
        what: String,
        /// The language.
        language: &'static str,
        /// The name they would share.
        name: String,
    },
    /// A name JavaScript keeps for itself.
    #[error("`{0}` is a reserved word in JavaScript and cannot be a function's name")]
    ReservedName(String),
    /// A name the handwritten part of the package uses.
    #[error("`{0}` is a function of the package itself")]
    TakenName(String),
    /// A name that is no name.
    #[error("`{name}` cannot be {what}")]
    MalformedName {
        /// The text as written.
        name: String,
        /// What it should be, with its article.
        what: &'static str,
        /// The rule.
        rule: &'static str,
    },
    /// A default that its field cannot hold.
    #[error("the default is {found}, but the field is `{ty}`")]
    DefaultType {
        /// What was written.
        found: String,
        /// The field's type.
        ty: String,
    },
    /// A default that is not one of the listed values.
    #[error("the default {found} is not one of the values")]
    DefaultNotListed {
        /// What was written.
        found: String,
        /// The listed values.
        known: Vec<String>,
        /// The listed value that comes closest.
        suggestion: Option<String>,
    },
    /// An enumeration of nothing.
    #[error("an `enum` needs `values`")]
    NoValues,
    /// Values where none can be listed.
    #[error("a `{0}` cannot have `values`")]
    ValuesUnusable(String),
    /// A value its field cannot hold.
    #[error("the value {found} does not fit `{ty}`")]
    ValueType {
        /// What was written.
        found: String,
        /// The field's type.
        ty: String,
    },
    /// Two keys that contradict each other.
    #[error("`{0}` and `{1}` contradict each other")]
    Contradiction(&'static str, &'static str),
    /// An object nothing refers to.
    #[error("nothing uses the object `{0}`")]
    UnusedObject(String),
    /// A list that does not say where its rows are.
    #[error("the list `{0}` does not say where its rows are")]
    NoRows(String),
    /// A list without a result.
    #[error("the result of a list is one of its rows, not a list of them")]
    RowIsList,
    /// A list whose paging parameter does not exist.
    #[error("the list pages by `{page}`, but `{method}` has no such parameter")]
    NoPageParameter {
        /// The parameter as written.
        page: String,
        /// The method.
        method: String,
        /// The parameter that comes closest.
        suggestion: Option<String>,
    },
    /// A list whose rows lack the key it names.
    #[error("the rows' key `{key}` is not a field of `{row}`")]
    NoRowKey {
        /// The key as written.
        key: String,
        /// The row's type.
        row: String,
        /// The field that comes closest.
        suggestion: Option<String>,
    },
    /// A correction of something that is not there.
    #[error("the correction `{name}` points nowhere")]
    CorrectionNowhere {
        /// Its name.
        name: String,
        /// The first part of its path that does not exist.
        missing: String,
        /// What exists there and comes closest.
        suggestion: Option<String>,
    },
    /// A deprecated method without another to use.
    #[error("a deprecated method must name what to use instead")]
    NoReplacement,
    /// A file that is not where its family's name says.
    #[error("the family `{family}` does not belong in this file")]
    FamilyFile {
        /// The family's name.
        family: String,
        /// Where it belongs, below the spec's folder.
        expected: String,
    },
    /// A prefix that only repeats the name.
    #[error("`prefix` only repeats the family's name")]
    PrefixRepeats,
    /// An object that needs itself.
    #[error("no `{0}` can ever be built: it requires itself")]
    Endless(
        /// The object's name.
        String,
        /// The way round.
        Vec<String>,
    ),
}

impl Kind {
    /// Whether it says that something is not declared, or not used, anywhere.
    pub(super) fn is_about_others(&self) -> bool {
        matches!(
            self,
            Self::UnknownType { .. } | Self::UnknownWord { .. } | Self::UnusedObject(_)
        )
    }

    /// A few words for the marked place.
    pub fn label(&self) -> Option<String> {
        Some(match self {
            Self::UnknownKey {
                suggestion: Some(name),
                ..
            }
            | Self::UnknownType {
                suggestion: Some(name),
                ..
            }
            | Self::UnknownWord {
                suggestion: Some(name),
                ..
            }
            | Self::DefaultNotListed {
                suggestion: Some(name),
                ..
            }
            | Self::NoPageParameter {
                suggestion: Some(name),
                ..
            }
            | Self::NoRowKey {
                suggestion: Some(name),
                ..
            } => format!("did you mean `{name}`?"),
            Self::CorrectionNowhere {
                missing,
                suggestion,
                ..
            } => {
                let near = suggestion
                    .as_ref()
                    .map(|name| format!("; did you mean `{name}`?"));
                format!(
                    "there is no `{missing}` in this file{}",
                    near.unwrap_or_default()
                )
            }
            Self::UnquotedName(name) => format!("write `[method.\"{name}\"]`"),
            Self::MissingKey { key: "family", .. } => "a file starts with `[family]`".into(),
            Self::MissingKey { key, .. } => format!("add `{key} = …`"),
            Self::NoValues => "add `values = [\"…\"]`".into(),
            Self::NoRows(_) => "add `rows = \"result\"`".into(),
            Self::NoReplacement => "add `use = \"…\"`".into(),
            Self::Duplicate { .. } => "again here".into(),
            Self::Collision { .. } => "and this one".into(),
            Self::FamilyFile { expected, .. } => format!("belongs in `{expected}`"),
            Self::Endless(_, way) => way.join(" → "),
            _ => return None,
        })
    }

    /// A few words for the other place.
    pub fn other_label(&self) -> &'static str {
        match self {
            Self::Duplicate { .. } => "first here",
            _ => "this one",
        }
    }

    /// What to do about it, where the headline and the label leave that open.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::UnknownKey { suggestion: None, known, .. } => {
                format!("the keys here are {}", list(known))
            }
            Self::UnknownType { suggestion: None, .. } => {
                "declare `[object.…]` of this name, or see the types in spec/README.md".into()
            }
            Self::UnknownWord { suggestion: None, known, .. } => format!("one of {}", list(known)),
            Self::DefaultNotListed { suggestion: None, known, .. } => {
                format!("the values are {}; `other_values = true` allows more", list(known))
            }
            Self::MalformedName { rule, .. } => (*rule).to_owned(),
            Self::ReservedName(_) | Self::TakenName(_) | Self::Collision { .. } => {
                "the portal's name decides the exported one; `prefix` in [family] moves a family's methods".into()
            }
            Self::UnusedObject(_) => "refer to it from a method, an event or a placement, or remove it".into(),
            Self::NoPageParameter { suggestion: None, .. } => "name one of the method's parameters".into(),
            Self::NoRowKey { suggestion: None, .. } => "name one of the row's fields, or leave `key` out".into(),
            Self::RowIsList => "write the row's type and leave out `[]`".into(),
            Self::ValuesUnusable(_) => "list values for texts, numbers and `enum` only".into(),
            Self::PrefixRepeats => "leave `prefix` out".into(),
            Self::Endless(..) => "make one of the fields optional, or a list".into(),
            Self::MissingKey { key: "doc", .. } => "every sentence becomes somebody's tooltip".into(),
            _ => return None,
        })
    }
}

/// Names in backticks with commas between them.
fn list(names: &[impl AsRef<str>]) -> String {
    let quoted: Vec<_> = names
        .iter()
        .map(|name| format!("`{}`", name.as_ref()))
        .collect();
    quoted.join(", ")
}
