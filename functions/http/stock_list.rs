//! GET /ops/stock-lists/{id}
//! GET /ops/stock-lists/{id}/refused
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::http(vinilogy_app::http::stock_list::routes()).await
}
