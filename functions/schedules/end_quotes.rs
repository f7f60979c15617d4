//! Counts once a day how good the catalogue is.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::schedule::<vinilogy_app::jobs::EndQuotes>().await
}
