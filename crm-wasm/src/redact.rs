//! Keeps secrets out of what people read.

/// What stands where a secret stood.
const HIDDEN: &str = "***";

/// A copy of the text without the secrets.
///
/// A secret of fewer than four characters is left alone: hiding it would tell more about it than it hides.
pub fn redact<'s>(text: &str, secrets: impl IntoIterator<Item = &'s str>) -> String {
    let mut clean = text.to_owned();
    for secret in secrets {
        if secret.len() >= 4 && clean.contains(secret) {
            clean = clean.replace(secret, HIDDEN);
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hides_every_occurrence_of_every_secret() {
        let text = "GET /rest/1/s3cret/x failed: s3cret is not t0ken";
        assert_eq!(redact(text, ["s3cret", "t0ken"]), "GET /rest/1/***/x failed: *** is not ***");
    }

    #[test]
    fn an_empty_secret_hides_nothing() {
        assert_eq!(redact("text", [""]), "text");
    }
}
