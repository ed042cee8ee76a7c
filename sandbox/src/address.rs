//! Addresses of apps' pages: which the portal calls, and what it adds to them.

use url::{Host, Url};

/// Why an address is not called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It is neither http nor https.
    #[error("the address is neither http nor https")]
    Scheme,
    /// It has no host, or one with signs that no host has.
    #[error("the address has no proper host")]
    Host,
}

/// Reads an address as browsers do.
pub fn parse(address: &str) -> Result<Url, AddressError> {
    let url = Url::parse(address).map_err(|_| AddressError::Host)?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(AddressError::Scheme);
    }
    // Browsers let signs into names that mean something in a policy, such as a semicolon.
    let is_proper = match url.host() {
        Some(Host::Domain(name)) => name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte)),
        Some(_) => true,
        None => false,
    };
    if is_proper {
        Ok(url)
    } else {
        Err(AddressError::Host)
    }
}

/// The scheme, host and port of an address, as browsers name where a message comes from.
pub fn origin(address: &str) -> Result<String, AddressError> {
    Ok(parse(address)?.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_those_that_browsers_name() {
        let cases = [
            ("https://app.example/tab", Ok("https://app.example")),
            ("https://app.example:443/tab", Ok("https://app.example")),
            ("http://app.example:80?x", Ok("http://app.example")),
            ("https://App.Example/x#y", Ok("https://app.example")),
            ("https://me:word@app.example/", Ok("https://app.example")),
            (
                "https://b\u{fc}cher.example/",
                Ok("https://xn--bcher-kva.example"),
            ),
            ("http://127.0.0.1:9/x", Ok("http://127.0.0.1:9")),
            ("http://[::1]:9/x", Ok("http://[::1]:9")),
            ("https://a.b; frame-ancestors *; x", Err(AddressError::Host)),
            ("https://a.b;sandbox/x", Err(AddressError::Host)),
            ("https://*.example/", Err(AddressError::Host)),
            ("https://", Err(AddressError::Host)),
            ("/tab", Err(AddressError::Host)),
            ("ftp://app.example/", Err(AddressError::Scheme)),
            ("javascript:alert(1)", Err(AddressError::Scheme)),
        ];
        for (address, expected) in cases {
            let found = origin(address);
            assert_eq!(found, expected.map(str::to_owned), "{address}");
        }
    }
}
