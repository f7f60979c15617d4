//! F20: a load that is killed in the middle of a batch goes on, and ends like one that was not.
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use support::TestDatabase;

use support::{count, versions};

use crate::xml::{LP, content, database, searched, searched_anew};

const RECORDS: i64 = 12_000;

/// Several blocks of releases of a few artists: of five pressings four share a master.
fn write(path: &Path) {
    let notes = "n".repeat(300);
    let record = |id: i64| {
        let master = if id % 5 == 0 {
            String::new()
        } else {
            format!("<master_id is_main_release=\"{}\">{}</master_id>", id % 5 == 1, id / 5 + 1)
        };
        format!(
            "<release id=\"{id}\" status=\"Accepted\"><artists><artist><id>{artist}</id><name>Artist {artist}</name></artist></artists>\
             <title>Title {album}</title><formats>{LP}</formats><released>1999</released><notes>{notes}</notes>{master}</release>\n",
            artist = id % 97 + 1000,
            album = id / 5,
        )
    };
    let text: String = (1..=RECORDS).map(record).collect();
    std::fs::write(path, format!("<releases>\n{text}</releases>\n")).expect("the dump");
}

/// Runs a load and kills it after so many batches; returns what it said last.
fn run(database: &TestDatabase, path: &Path, kill_after: usize) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_loader"))
        .args([database.url.as_str(), path.to_str().expect("a path")])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the loader");
    let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let said: Vec<String> = lines.take(kill_after).map(|line| line.expect("a line")).collect();
    // The next batch is being merged by now: SIGKILL, nothing is tidied up.
    child.kill().expect("killed, or ended before");
    child.wait().expect("waited for");
    said.last().cloned().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn f20_a_load_that_is_killed_goes_on_and_ends_like_one_that_was_not() {
    let folder = std::env::temp_dir().join(format!("vinilogy-dump-{}", uuid::Uuid::new_v4().simple()));
    std::fs::create_dir(&folder).expect("a folder");
    let path = folder.join("releases.xml");
    write(&path);
    let (killed, _, client) = database().await;
    for batches in [1, 2, 1] {
        let reached = run(&killed, &path, batches);
        let committed = count(&client, "select records from dump_loads").await;
        assert!(committed >= reached.parse().expect("a number"), "{committed} after {reached}");
        assert!(committed < RECORDS, "it was killed too late to tell anything");
    }
    assert_eq!(run(&killed, &path, usize::MAX), format!("done after {RECORDS}"));
    let (whole, _, clean) = database().await;
    assert_eq!(run(&whole, &path, usize::MAX), format!("done after {RECORDS}"));
    assert!(content(&client).await == content(&clean).await, "nothing twice, nothing lost");
    let found = searched(&client).await;
    assert!(found == searched(&clean).await, "as much is found");
    assert_eq!(count(&client, "select count(*) from search_due").await, 0);
    let counts = "select count(*) from releases where album_id is not null";
    assert_eq!((count(&client, counts).await, count(&clean, counts).await), (RECORDS, RECORDS));
    let before = versions(&client).await;
    run(&killed, &path, usize::MAX);
    assert_eq!(count(&client, "select written from dump_loads").await, 0);
    assert!(versions(&client).await == before);
    assert!(searched_anew(&client).await == found, "as if it had been written at once");
    std::fs::remove_dir_all(&folder).expect("tidied up");
}
