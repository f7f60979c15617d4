//! Applies `migrations/`: a step of each deployment, never of a cold start.
use super::{At, Error, Result, Store};

mod embedded {
    refinery::embed_migrations!("../../migrations");
}

impl Store {
    /// Brings the schema up to date and returns the names of the migrations applied. Safe to run at once from two places:
    /// an advisory lock makes them take turns.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with the failing migration's message; what had been applied before it stays.
    pub async fn migrate(&self) -> Result<Vec<String>> {
        let mut client = self.client().await?;
        client.batch_execute("select pg_advisory_lock(hashtextextended('migrations', 0))").await.at("migrate.lock")?;
        let report = embedded::migrations::runner().run_async(&mut **client as &mut tokio_postgres::Client).await;
        client.batch_execute("select pg_advisory_unlock_all()").await.at("migrate.unlock")?;
        let report = report.map_err(|e| Error::Unavailable(format!("migration: {}", whole(&e))))?;
        Ok(report.applied_migrations().iter().map(ToString::to_string).collect())
    }
}

/// With what caused it: the database's own words come last.
fn whole(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source()).map(|cause| format!(": {cause}"));
    std::iter::once(error.to_string()).chain(causes).collect()
}
