//! A database per test, copied from a template that is migrated once.
use tokio::sync::OnceCell;
use tokio_postgres::{Client, NoTls};
use uuid::Uuid;
use vinilogy_core::store::{DatabaseSettings, Store};

use crate::stack;

/// Gone when dropped.
pub struct TestDatabase {
    name: String,
    /// For connections beside the store's.
    pub url: String,
}

impl TestDatabase {
    /// A migrated, empty database.
    pub async fn create() -> Self {
        let name = format!("test_{}", Uuid::new_v4().simple());
        let template = template().await;
        // Copies of one template must not be made at the same moment from two processes: a lock of the server makes them queue.
        let admin = connect(&stack().database_url).await;
        let copy = format!("create database {name} template {template}");
        admin.batch_execute("select pg_advisory_lock(4711)").await.expect("lock");
        admin.batch_execute(&copy).await.expect("copy of the template");
        admin.batch_execute("select pg_advisory_unlock(4711)").await.expect("unlock");
        let url = url_of(&name);
        Self { name, url }
    }

    /// A copy of it as it is now. Whoever is connected is disconnected.
    pub async fn copy(&self) -> Self {
        let name = format!("test_{}", Uuid::new_v4().simple());
        let admin = connect(&stack().database_url).await;
        let others = format!("select pg_terminate_backend(pid) from pg_stat_activity where datname = '{}'", self.name);
        admin.batch_execute("select pg_advisory_lock(4711)").await.expect("lock");
        admin.batch_execute(&others).await.expect("disconnected");
        admin.batch_execute(&format!("create database {name} template {}", self.name)).await.expect("copy");
        admin.batch_execute("select pg_advisory_unlock(4711)").await.expect("unlock");
        let url = url_of(&name);
        Self { name, url }
    }

    /// A store of this database.
    pub fn store(&self, connections: usize) -> Store {
        Store::open(&self.settings(connections)).expect("settings of a test database")
    }

    /// How to reach this database.
    pub fn settings(&self, connections: usize) -> DatabaseSettings {
        DatabaseSettings { url: self.url.clone(), ca_file: None, connections }
    }

    /// A plain connection, for looking at rows.
    pub async fn connect(&self) -> Client {
        connect(&self.url).await
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let (name, url) = (self.name.clone(), stack().database_url.clone());
        // The test's runtime may be shutting down, so a thread of its own says goodbye.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("runtime");
            runtime.block_on(async {
                let admin = connect(&url).await;
                admin.batch_execute(&format!("drop database if exists {name} with (force)")).await.expect("drop");
            });
        });
        if dropped.join().is_err() {
            eprintln!("a test database was left behind");
        }
    }
}

/// One template per content of `migrations/`, shared by all test programs of this server.
async fn template() -> &'static str {
    static TEMPLATE: OnceCell<String> = OnceCell::const_new();
    TEMPLATE.get_or_init(make_template).await
}

async fn make_template() -> String {
    let name = format!("template_{}", fingerprint());
    let admin = connect(&stack().database_url).await;
    admin.batch_execute("select pg_advisory_lock(4711)").await.expect("lock");
    let exists = admin.query_opt("select from pg_database where datname = $1", &[&name]).await.expect("lookup");
    if exists.is_none() {
        // Under another name until it is complete: a killed test leaves no half template.
        let draft = format!("draft_{}", Uuid::new_v4().simple());
        admin.batch_execute(&format!("create database {draft}")).await.expect("create");
        let settings = DatabaseSettings { url: url_of(&draft), ca_file: None, connections: 1 };
        let store = Store::open(&settings).expect("settings");
        store.migrate().await.expect("migrations");
        drop(store);
        let rest = "select pg_terminate_backend(pid) from pg_stat_activity where datname = ";
        admin.batch_execute(&format!("{rest}'{draft}'")).await.expect("terminate");
        admin.batch_execute(&format!("alter database {draft} rename to {name}")).await.expect("rename");
    }
    admin.batch_execute("select pg_advisory_unlock(4711)").await.expect("unlock");
    name
}

fn fingerprint() -> String {
    use sha2::{Digest, Sha256};
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../migrations");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("migrations").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut digest = Sha256::new();
    for file in files {
        digest.update(file.file_name().expect("name").as_encoded_bytes());
        digest.update(std::fs::read(file).expect("migration"));
    }
    digest.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The server's URL with another database.
fn url_of(database: &str) -> String {
    let url = &stack().database_url;
    let (base, query) = url.split_once('?').unwrap_or((url, ""));
    let server = base.rsplit_once('/').map_or(base, |(server, _)| server);
    let query = if query.is_empty() { "sslmode=disable" } else { query };
    format!("{server}/{database}?{query}")
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test's process is never frozen, and the connection ends with its client"
)]
async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("the test server answers");
    tokio::spawn(async move {
        // Ends when the client is dropped, or with the database.
        drop(connection.await);
    });
    client
}
