//! Faults of letters: what a handler gets, and that the change behind it is there.

use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::support::{PATIENCE, Portal};

/// A handler on a port of its own: its address, and the letters that reach it.
async fn handler() -> (String, UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/handler", listener.local_addr().unwrap());
    let (tell, letters) = unbounded_channel();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let tell = tell.clone();
            tokio::spawn(async move {
                let mut came = Vec::new();
                let mut piece = [0; 4096];
                while let Ok(read @ 1..) = socket.read(&mut piece).await {
                    came.extend_from_slice(&piece[..read]);
                    if whole(&came) {
                        let text = String::from_utf8_lossy(&came).into_owned();
                        tell.send(text).unwrap();
                        came.clear();
                        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
                        socket.write_all(answer).await.unwrap();
                    }
                }
            });
        }
    });
    (address, letters)
}

fn whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let mut lengths = head.lines().filter_map(|line| {
        let line = line.to_lowercase();
        line.strip_prefix("content-length: ")?.parse().ok()
    });
    let length = lengths.next();
    length.is_none_or(|length: usize| body.len() >= length)
}

/// A portal with a handler bound to added leads, and `count` letters after three leads were added.
async fn letters_under(rule: &str, count: usize) -> Vec<String> {
    let portal = Portal::failing(&[rule]).await;
    let (address, mut letters) = handler().await;
    let (token, _) = portal.tokens();
    let bind = json!({ "auth": token, "event": "onCrmLeadAdd", "handler": address });
    let bound = portal.post("/rest/event.bind.json", &bind).await;
    assert_eq!(bound.json()["result"], true, "{bound:?}");
    let mut ids = Vec::new();
    for _ in 0..3 {
        ids.push(portal.add_lead("Tested").await.json()["result"].to_string());
    }
    assert_eq!(portal.leads("Tested").await, 3);
    let mut seen = Vec::new();
    for _ in 0..count {
        let letter = tokio::time::timeout(PATIENCE, letters.recv())
            .await
            .unwrap()
            .unwrap();
        let id = ids
            .iter()
            .position(|id| letter.contains(&format!("data%5BFIELDS%5D%5BID%5D={id}&")));
        seen.push(id.map_or_else(|| letter.clone(), |at| at.to_string()));
    }
    assert!(letters.is_empty());
    seen
}

#[tokio::test]
async fn without_a_fault_each_letter_comes_once() {
    assert_eq!(
        letters_under("kind=lost-event,method=ONCRMCONTACTADD", 3).await,
        ["0", "1", "2"]
    );
}

#[tokio::test]
async fn a_lost_letter_does_not_come() {
    let rule = "kind=lost-event,method=ONCRMLEADADD,skip=1,count=1";
    assert_eq!(letters_under(rule, 2).await, ["0", "2"]);
}

#[tokio::test]
async fn a_doubled_letter_comes_twice() {
    let rule = "kind=duplicate-event,method=ONCRMLEAD*,count=1";
    assert_eq!(letters_under(rule, 4).await, ["0", "0", "1", "2"]);
}
