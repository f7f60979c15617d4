//! GET and POST /ops/matches, POST /ops/matches/{id}
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::http(vinilogy_app::http::matches::routes()).await
}
