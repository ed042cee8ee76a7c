//! Reads the notation of types, `map<Lead[]> | string`, without knowing any name.

use std::ops::Range;

/// A type as it is written.
#[derive(Debug, PartialEq, Eq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its place in the text, in bytes.
    pub range: Range<usize>,
}

/// The forms of a type.
#[derive(Debug, PartialEq, Eq)]
pub enum ExprKind {
    /// `Lead`, or `id<lead>` with what stands between the brackets.
    Name(String, Option<Box<Expr>>),
    /// `T[]`.
    List(Box<Expr>),
    /// `A | B`.
    Union(Vec<Expr>),
}

/// What is wrong and where.
#[derive(Debug, PartialEq, Eq)]
pub struct Malformed {
    /// What was found or expected.
    pub reason: String,
    /// Its place in the text, in bytes.
    pub range: Range<usize>,
}

/// Reads a whole type.
pub fn parse(text: &str) -> Result<Expr, Malformed> {
    let mut parser = Parser { text, at: 0 };
    let expr = parser.union()?;
    match parser.peek() {
        None => Ok(expr),
        Some(found) => Err(parser.unexpected(found, "the end")),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn union(&mut self) -> Result<Expr, Malformed> {
        let first = self.list()?;
        let start = first.range.start;
        let mut members = vec![first];
        while self.eat('|') {
            members.push(self.list()?);
        }
        if members.len() == 1 {
            return Ok(members.remove(0));
        }
        Ok(Expr {
            kind: ExprKind::Union(members),
            range: start..self.at,
        })
    }

    fn list(&mut self) -> Result<Expr, Malformed> {
        let mut expr = self.single()?;
        while self.eat('[') {
            self.expect(']')?;
            let range = expr.range.start..self.at;
            expr = Expr {
                kind: ExprKind::List(Box::new(expr)),
                range,
            };
        }
        Ok(expr)
    }

    fn single(&mut self) -> Result<Expr, Malformed> {
        if self.eat('(') {
            let expr = self.union()?;
            self.expect(')')?;
            return Ok(expr);
        }
        let (name, range) = self.name()?;
        if !self.eat('<') {
            return Ok(Expr {
                kind: ExprKind::Name(name, None),
                range,
            });
        }
        let inner = self.union()?;
        self.expect('>')?;
        Ok(Expr {
            kind: ExprKind::Name(name, Some(Box::new(inner))),
            range: range.start..self.at,
        })
    }

    fn name(&mut self) -> Result<(String, Range<usize>), Malformed> {
        let Some(found) = self.peek() else {
            return Err(self.missing("a type"));
        };
        let start = self.at;
        let rest = &self.text[start..];
        let length = rest
            .find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
            .unwrap_or(rest.len());
        if length == 0 {
            return Err(self.unexpected(found, "a type"));
        }
        self.at += length;
        Ok((rest[..length].to_owned(), start..self.at))
    }

    /// The next letter that is not a space.
    fn peek(&mut self) -> Option<char> {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
        self.text[self.at..].chars().next()
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    fn expect(&mut self, wanted: char) -> Result<(), Malformed> {
        if self.eat(wanted) {
            return Ok(());
        }
        let Some(found) = self.peek() else {
            return Err(self.missing(&format!("`{wanted}`")));
        };
        Err(self.unexpected(found, &format!("`{wanted}`")))
    }

    fn missing(&self, expected: &str) -> Malformed {
        let end = self.text.len();
        Malformed {
            reason: format!("{expected} is missing at the end"),
            range: end.saturating_sub(1)..end,
        }
    }

    fn unexpected(&self, found: char, expected: &str) -> Malformed {
        let range = self.at..self.at + found.len_utf8();
        Malformed {
            reason: format!("found `{found}`, expected {expected}"),
            range,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(name: &str, range: Range<usize>) -> Expr {
        Expr {
            kind: ExprKind::Name(name.into(), None),
            range,
        }
    }

    #[test]
    fn lists_bind_tighter_than_unions() {
        let list = Expr {
            kind: ExprKind::List(Box::new(name("B", 4..5))),
            range: 4..7,
        };
        let union = Expr {
            kind: ExprKind::Union(vec![name("A", 0..1), list]),
            range: 0..7,
        };
        assert_eq!(parse("A | B[]"), Ok(union));
    }

    #[test]
    fn brackets_hold_a_type() {
        let expr = parse("map<id<lead>>[]").unwrap();
        assert_eq!(expr.range, 0..15);
        let ExprKind::List(map) = expr.kind else {
            panic!("{expr:?}")
        };
        assert!(matches!(map.kind, ExprKind::Name(name, Some(_)) if name == "map"));
    }

    #[test]
    fn what_is_wrong_is_pointed_at() {
        let cases = [
            ("Lead[", "`]` is missing at the end", 4..5),
            ("map<>", "found `>`, expected a type", 4..5),
            ("A ||B", "found `|`, expected a type", 3..4),
            ("A B", "found `B`, expected the end", 2..3),
            ("A |", "a type is missing at the end", 2..3),
        ];
        for (text, reason, range) in cases {
            assert_eq!(
                parse(text),
                Err(Malformed {
                    reason: reason.into(),
                    range
                }),
                "{text}"
            );
        }
    }
}
