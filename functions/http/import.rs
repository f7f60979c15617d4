//! GET /imports/{id} and GET /imports/{id}/refused
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::http(vinilogy_app::http::import::routes()).await
}
