//! Conditions: operators in front of field names (`">=DATE_CREATE"`, `"!@STATUS_ID"`).

use super::is_one_of;
use super::problem::{Path, Problem};
use crate::schema::{Conditions, Field, Type};

/// Comparisons the portal knows. An exclamation mark may stand before them to negate, a plus sign to include empty values.
const OPERATORS: [&str; 14] = [
    "", ">=", ">", "<=", "<", "@", "=%", "%=", "%", "?", "*=", "*%", "*", "=",
];

/// A condition's name, taken apart.
pub struct Condition<'n> {
    operator: &'n [u8],
    /// The field.
    pub field: &'n [u8],
}

impl<'n> Condition<'n> {
    /// Takes a name apart.
    pub fn new(name: &'n [u8]) -> Self {
        // A blank, too: it is part of no name, and of no operator that the portal knows.
        let sign = |byte: &u8| !byte.is_ascii_alphanumeric() && *byte != b'_';
        let signs = name.iter().take_while(|byte| sign(byte)).count();
        let (operator, field) = name.split_at_checked(signs).unwrap_or((b"", name));
        Self { operator, field }
    }

    /// A name as it is.
    pub const fn bare(field: &'n [u8]) -> Self {
        Self {
            operator: b"",
            field,
        }
    }

    /// Whether the portal knows the operator.
    fn is_known(&self) -> bool {
        is_one_of(self.comparison(), &OPERATORS)
    }

    /// What the operand is compared as: a pattern is a string, whatever the field holds.
    pub fn operand(&self, field: &'static Field) -> &'static Type {
        let pattern = self
            .comparison()
            .iter()
            .any(|byte| matches!(byte, b'%' | b'*' | b'?'));
        if pattern {
            &Type::Text
        } else {
            operand(&field.ty)
        }
    }

    fn comparison(&self) -> &'n [u8] {
        let rest = self.operator.strip_prefix(b"!").unwrap_or(self.operator);
        rest.strip_prefix(b"+").unwrap_or(rest)
    }
}

/// What a field's values are compared with: a multiple field by one of its values, a multi-field by its text.
fn operand(ty: &'static Type) -> &'static Type {
    match ty {
        Type::List(item) => operand(item),
        Type::Object(_) => &Type::Text,
        Type::Map(_) | Type::File | Type::Filter(_) | Type::Order(_) => &Type::Any,
        _ => ty,
    }
}

const IGNORED: &[u8] = b"is a condition the portal ignores";

/// What the portal would drop without a word: a condition, so that more rows come back, or a field in another case.
pub fn dropped(path: &Path<'_>, condition: &Condition<'_>, fields: &[Field]) -> Option<Problem> {
    let declared = fields
        .iter()
        .find(|field| field.name.as_bytes().eq_ignore_ascii_case(condition.field))?;
    let name = declared.name.as_bytes();
    // What is no operator is not repeated: it may hold what its writer has escaped.
    let operator = if condition.is_known() {
        condition.operator
    } else {
        b""
    };
    let message = match declared.conditions {
        _ if name != condition.field => {
            joined(&[b"is not a field, did you mean ", operator, name, b"?"])
        }
        Conditions::None => joined(&[IGNORED]),
        Conditions::Bare if !condition.operator.is_empty() => joined(&[IGNORED, b": write ", name]),
        _ if !condition.is_known() => joined(&[b"has no known operator before ", name]),
        _ => return None,
    };
    Some(Problem {
        path: path.text(),
        message,
    })
}

/// Texts as one; the standard way of it can panic.
fn joined(texts: &[&[u8]]) -> Vec<u8> {
    let mut joined = Vec::new();
    for text in texts {
        joined.extend_from_slice(text);
    }
    joined
}
