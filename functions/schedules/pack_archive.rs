//! Packs the archive's small objects of the days before.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::schedule::<vinilogy_app::jobs::PackArchive>().await
}
