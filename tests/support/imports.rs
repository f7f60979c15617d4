//! Files in the bucket and imports of them.
use vinilogy_core::domain::ids::{ImportId, UserId};
use vinilogy_core::store::Source;

use crate::TestApp;

impl TestApp {
    /// Puts a file into the bucket, as whoever holds a signed address does.
    pub async fn put_upload(&self, key: &str, file: Vec<u8>) {
        self.s3().put_object().bucket(self.bucket()).key(key).body(file.into()).send().await.expect("sent");
    }

    /// An import of a listener whose file was sent and which was started; its message is left to the test.
    pub async fn started_import(&self, user: UserId, file: &str, content: Vec<u8>) -> i64 {
        let object_key = format!("imports/{file}");
        self.put_upload(&object_key, content).await;
        let source = Source::Csv { object_key: &object_key, artist_column: None };
        let import = self.store().create_import(user, source).await.expect("an import");
        assert!(self.store().start_import(ImportId::from(import.id)).await.expect("started"));
        import.id
    }
}
