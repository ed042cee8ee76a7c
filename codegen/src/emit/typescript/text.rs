//! Builds TypeScript text: indented lines and JSDoc comments that keep within a line's width.

/// Lines are at most this long where words allow it.
const WIDTH: usize = 120;

/// Text that grows line by line.
#[derive(Default)]
pub struct Text {
    text: String,
}

impl Text {
    /// The text so far.
    pub fn finish(self) -> String {
        self.text
    }

    /// Adds a line.
    pub fn line(&mut self, depth: usize, line: &str) {
        for _ in 0..depth {
            self.text.push_str("  ");
        }
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Adds an empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Adds `head` with a union of types behind it, over several lines when one is too short.
    pub fn union(&mut self, depth: usize, head: &str, members: &[String]) {
        let line = format!("{head} {};", members.join(" | "));
        if depth * 2 + line.chars().count() <= WIDTH || members.len() == 1 {
            return self.line(depth, &line);
        }
        self.line(depth, head);
        for (position, member) in members.iter().enumerate() {
            let end = if position + 1 == members.len() {
                ";"
            } else {
                ""
            };
            self.line(depth + 1, &format!("| {member}{end}"));
        }
    }

    /// Adds a JSDoc comment; nothing when it would be empty.
    pub fn doc(&mut self, depth: usize, doc: &Doc) {
        let lines = doc.wrapped(WIDTH - 3 - depth * 2);
        match lines.as_slice() {
            [] => {}
            [line] if line.chars().count() + depth * 2 + 7 <= WIDTH => {
                self.line(depth, &format!("/** {line} */"));
            }
            lines => {
                self.line(depth, "/**");
                for line in lines {
                    self.line(depth, format!(" * {line}").trim_end());
                }
                self.line(depth, " */");
            }
        }
    }
}

/// A JSDoc comment.
#[derive(Default)]
pub struct Doc {
    paragraphs: Vec<String>,
}

impl Doc {
    /// A comment that starts with this sentence.
    pub fn new(sentence: &str) -> Self {
        let mut doc = Self::default();
        doc.paragraph(sentence);
        doc
    }

    /// Adds a paragraph, set apart from the one before.
    pub fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.gap();
            self.add(text);
        }
    }

    /// Adds an item of a list.
    pub fn item(&mut self, text: &str) {
        self.add(&format!("- {text}"));
    }

    /// Adds a tag with its text.
    pub fn tag(&mut self, tag: &str, text: &str) {
        let starts = self
            .paragraphs
            .last()
            .is_some_and(|line| !line.starts_with('@'));
        if starts {
            self.gap();
        }
        self.add(&format!("@{tag} {text}"));
    }

    /// Adds an empty line, unless there is none to set apart.
    pub fn gap(&mut self) {
        if self.paragraphs.last().is_some_and(|line| !line.is_empty()) {
            self.paragraphs.push(String::new());
        }
    }

    fn add(&mut self, text: &str) {
        // A comment must not end before its end.
        self.paragraphs.push(text.trim_end().replace("*/", "*\\/"));
    }

    fn wrapped(&self, width: usize) -> Vec<String> {
        let end = self
            .paragraphs
            .iter()
            .rposition(|paragraph| !paragraph.is_empty());
        self.paragraphs[..end.map_or(0, |last| last + 1)]
            .iter()
            .flat_map(|paragraph| wrap(paragraph, width))
            .collect()
    }
}

fn wrap(paragraph: &str, width: usize) -> Vec<String> {
    let indent = if paragraph.starts_with(['@', '-']) {
        "  "
    } else {
        ""
    };
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in paragraph.split_whitespace() {
        // Addresses stay beside their tag, and no other word may look like a tag.
        let breaks = !line.trim().is_empty() && !word.starts_with('@') && !word.starts_with("http");
        if breaks && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::replace(&mut line, indent.to_owned()));
        } else if !line.trim().is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_cannot_end_early() {
        let mut text = Text::default();
        text.doc(0, &Doc::new("Ends with */ inside."));
        assert_eq!(text.finish(), "/** Ends with *\\/ inside. */\n");
    }

    #[test]
    fn long_paragraphs_are_wrapped_and_tags_set_apart() {
        let mut doc = Doc::new(&"word ".repeat(40));
        doc.tag("see", "https://example.com");
        let mut text = Text::default();
        text.doc(1, &doc);
        let text = text.finish();
        assert!(text.lines().all(|line| line.len() <= WIDTH), "{text}");
        assert!(
            text.ends_with("\n   *\n   * @see https://example.com\n   */\n"),
            "{text}"
        );
    }

    #[test]
    fn a_long_union_takes_a_line_per_member() {
        let members: Vec<_> = (0..12)
            .map(|number| format!("\"VALUE_NUMBER_{number}\""))
            .collect();
        let mut text = Text::default();
        text.union(1, "NAME?:", &members);
        assert!(text.finish().ends_with("\n    | \"VALUE_NUMBER_11\";\n"));
    }
}
