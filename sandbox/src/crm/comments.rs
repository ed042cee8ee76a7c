//! Comments are kept with BB codes; HTML that comes in is turned into them (reference §3.2).

// A tag without its own code here is dropped, its text stays.
const TAGS: &[(&str, &str)] = &[
    ("b", "[b]"),
    ("/b", "[/b]"),
    ("strong", "[b]"),
    ("/strong", "[/b]"),
    ("i", "[i]"),
    ("/i", "[/i]"),
    ("em", "[i]"),
    ("/em", "[/i]"),
    ("u", "[u]"),
    ("/u", "[/u]"),
    ("s", "[s]"),
    ("/s", "[/s]"),
    ("ul", "[list]"),
    ("/ul", "[/list]"),
    ("ol", "[list=1]"),
    ("/ol", "[/list]"),
    ("li", "[*]"),
    ("br", "\n"),
    ("/p", "\n"),
    ("/div", "\n"),
    ("/a", "[/url]"),
];

const ENTITIES: &[(&str, &str)] = &[
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&nbsp;", " "),
    ("&amp;", "&"),
];

/// The text with BB codes in place of its tags; a text without tags stays as it is.
pub fn to_bb(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    let mut tagged = false;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some((tag, after)) = tag(rest) else {
            out.push('<');
            rest = &rest[1..];
            continue;
        };
        tagged = true;
        out.push_str(&code(tag));
        rest = after;
    }
    out.push_str(rest);
    if !tagged {
        return text.to_owned();
    }
    let plain = ENTITIES
        .iter()
        .fold(out, |text, (entity, letter)| text.replace(entity, letter));
    plain.trim_end_matches('\n').to_owned()
}

/// The inside of the tag a text begins with, and what follows it.
fn tag(text: &str) -> Option<(&str, &str)> {
    let (inside, after) = text.strip_prefix('<')?.split_once('>')?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        .then_some((inside, after))
}

fn code(inside: &str) -> String {
    let name = inside
        .split([' ', '\n', '\t'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    if name == "a" {
        return format!("[url={}]", attribute(inside, "href").unwrap_or_default());
    }
    let name = name.strip_suffix('/').unwrap_or(&name);
    TAGS.iter()
        .find(|(tag, _)| *tag == name)
        .map_or(String::new(), |(_, code)| (*code).to_owned())
}

fn attribute<'a>(inside: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = inside.split_once(&format!("{name}="))?;
    let quote = value
        .chars()
        .next()
        .filter(|letter| matches!(letter, '"' | '\''))?;
    value[1..].split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s3_2_html_becomes_bb_codes() {
        let cases = [
            ("plain & 1 < 2", "plain & 1 < 2"),
            (
                "<p>One<br/>two</p><p><b>three</b></p>",
                "One\ntwo\n[b]three[/b]",
            ),
            (
                "<a class=x href=\"https://a.example\">A</a>",
                "[url=https://a.example]A[/url]",
            ),
            ("<script>alert(1)</script>&lt;", "alert(1)<"),
            ("[b]kept[/b]", "[b]kept[/b]"),
        ];
        for (html, expected) in cases {
            assert_eq!(to_bb(html), expected);
        }
    }
}
