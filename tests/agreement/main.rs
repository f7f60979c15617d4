//! What must be said in several places is said alike: `template.yaml`, `functions/`, the routes, the OpenAPI document and the jobs.
mod functions;
mod http;
mod permissions;
mod queues;
mod template;
