//! A client that costs next to nothing: HTTP by hand over one connection, answers not decoded.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;

use serde_json::Value;

use crate::portal::Portal;

/// A connection to a portal.
pub struct Client {
    stream: BufReader<TcpStream>,
    webhook: String,
    body: Vec<u8>,
}

impl Client {
    /// Connects as the administrator's webhook.
    pub fn connect(portal: &Portal) -> Self {
        let stream = TcpStream::connect(&portal.address).expect("the portal listens");
        stream.set_nodelay(true).expect("a socket has the option");
        Self {
            stream: BufReader::new(stream),
            webhook: portal.webhook.clone(),
            body: Vec::new(),
        }
    }

    /// Calls a method, and insists on success.
    pub fn call(&mut self, method: &str, params: &Value) {
        let body = params.to_string();
        let request = format!(
            "POST {}{method}.json HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            self.webhook,
            body.len()
        );
        self.stream
            .get_mut()
            .write_all(request.as_bytes())
            .expect("the portal reads");
        let length = self.head();
        self.body.resize(length, 0);
        self.stream
            .read_exact(&mut self.body)
            .expect("the portal writes");
        assert!(
            self.body.starts_with(b"{\"result\""),
            "{}",
            String::from_utf8_lossy(&self.body)
        );
    }

    /// Reads the head of an answer; the length of its body.
    fn head(&mut self) -> usize {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.stream
                .read_line(&mut line)
                .expect("the portal answers");
            if line.trim().is_empty() {
                return length;
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().expect("a length is a number");
            }
        }
    }
}
