//! POST /imports and POST /imports/{id}/start
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::http(vinilogy_app::http::imports::routes()).await
}
