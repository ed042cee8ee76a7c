//! Rows in columns, for a terminal.

/// Lines are at most this long where words allow it.
const WIDTH: usize = 120;

/// The last column is at least this wide, however wide the others are.
const NARROWEST: usize = 40;

/// A heading with rows below it; nothing when there are none. The last column is wrapped.
pub fn section(title: &str, rows: &[Vec<String>]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let widths = widths(rows);
    let lines: Vec<_> = rows.iter().map(|row| line(row, &widths)).collect();
    format!("\n{title}\n{}", lines.concat())
}

/// The width of every column but the last.
fn widths(rows: &[Vec<String>]) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
    };
    (0..columns.saturating_sub(1))
        .map(|column| width(column).unwrap_or_default())
        .collect()
}

fn line(row: &[String], widths: &[usize]) -> String {
    let mut start = String::from("  ");
    // A column in which no row has anything takes no room.
    for (cell, width) in row.iter().zip(widths).filter(|(_, width)| **width > 0) {
        start += &format!("{cell:width$}  ");
    }
    let indent = " ".repeat(start.chars().count());
    let last = row
        .get(widths.len())
        .map(String::as_str)
        .unwrap_or_default();
    let wrapped = wrap(last, WIDTH.saturating_sub(indent.len()).max(NARROWEST));
    let text = format!("{start}{}", wrapped.join(&format!("\n{indent}")));
    format!("{}\n", text.trim_end())
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            *line += &format!(" {word}");
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_the_last_is_wrapped() {
        let rows = [
            vec!["a".to_owned(), String::new(), "word ".repeat(30)],
            vec!["long".into(), String::new(), "x".into()],
        ];
        let text = section("Title", &rows);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[1], "Title");
        assert!(lines[2].starts_with("  a     word"), "{text}");
        assert!(lines[3].starts_with("        word"), "{text}");
        assert_eq!(lines[4], "  long  x");
        assert!(lines.iter().all(|line| line.len() <= WIDTH));
    }

    #[test]
    fn no_rows_need_no_heading() {
        assert_eq!(section("Title", &[]), "");
    }
}
