//! Admits artists that were wished for in bulk.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::schedule::<vinilogy_app::jobs::AdmitArtists>().await
}
