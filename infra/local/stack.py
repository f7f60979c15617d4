"""What the local AWS needs around `sam deploy`, and what of it differs from the real one.

usage: stack.py content STACK              prints the tag that says what is deployed, or nothing
       stack.py prepare STACK              makes the bucket for the deploy's packages
       stack.py finish STACK TEMPLATE      makes the routes, lifts what the emulator cannot meet, stores the upstream keys, empties the
                                           bucket; prints the API's address and the upstreams as lines for .local/env
"""

import base64
import json
import os
import pathlib
import shutil
import sys

import boto3
import botocore.exceptions
import yaml


class Template(yaml.SafeLoader):
    """YAML with CloudFormation's tags; what they stand for does not matter here."""


def plain(loader, _tag, node):
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_scalar(node)


Template.add_multi_constructor("!", plain)


def describe(stack):
    try:
        return boto3.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]
    except botocore.exceptions.ClientError:
        return {}


def content(stack):
    found = describe(stack)
    if found.get("StackStatus") in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
        print(next((tag["Value"] for tag in found.get("Tags", []) if tag["Key"] == "content"), ""))


def prepare(stack):
    try:
        boto3.client("s3").create_bucket(
            Bucket=f"{stack}-deploy", CreateBucketConfiguration={"LocationConstraint": os.environ["AWS_REGION"]}
        )
    except botocore.exceptions.ClientError as error:
        if error.response["Error"]["Code"] != "BucketAlreadyOwnedByYou":
            raise


def finish(stack, template):
    resources = {
        resource["LogicalResourceId"]: resource
        for page in boto3.client("cloudformation").get_paginator("list_stack_resources").paginate(StackName=stack)
        for resource in page["StackResourceSummaries"]
    }
    physical = {name: resource["PhysicalResourceId"] for name, resource in resources.items()}
    with open(template, encoding="utf-8") as file:
        routes(yaml.load(file, Template), physical)
    lift_tls(physical["ArchiveBucket"])
    widen(r["PhysicalResourceId"] for r in resources.values() if r["ResourceType"] == "AWS::IAM::Role")
    parameters = {p["ParameterKey"]: p["ParameterValue"] for p in describe(stack)["Parameters"]}
    store_keys(parameters["UpstreamKeysPath"])
    empty(f"{stack}-deploy")
    forget_old_programs()
    # The emulator answers /health at every host of its own; this path leads to the API whatever the route.
    print(f"API_URL={os.environ['AWS_ENDPOINT_URL']}/_aws/execute-api/{physical['Api']}")
    # What the functions call and with which keys, the command line does too.
    for upstream in ("Lastfm", "Musicbrainz", "Discogs", "Coverartarchive", "Ebay", "Ecb"):
        for what in ("Url", "Rate"):
            print(f"{upstream.upper()}_{what.upper()}={parameters[upstream + what]}")
    print(f"UPSTREAM_KEYS_PATH={parameters['UpstreamKeysPath']}")
    print(f"IMAGE_ORIGINS={parameters['ImageOrigins']}")


def routes(template, physical):
    """CloudFormation hands the OpenAPI body that SAM writes for an HttpApi to API Gateway, which makes the routes from it. The emulator
    does not read it; so here they are made from the same template, with the calls that it would make."""
    gateway, functions, api = boto3.client("apigatewayv2"), boto3.client("lambda"), physical["Api"]
    present = {route["RouteKey"]: route for route in gateway.get_routes(ApiId=api, MaxResults="500")["Items"]}
    integrations = {i["IntegrationUri"]: i["IntegrationId"] for i in gateway.get_integrations(ApiId=api, MaxResults="500")["Items"]}
    for name, key in wanted(template):
        arn = functions.get_function_configuration(FunctionName=physical[name])["FunctionArn"]
        if arn not in integrations:
            integrations[arn] = gateway.create_integration(
                ApiId=api, IntegrationType="AWS_PROXY", IntegrationUri=arn, PayloadFormatVersion="2.0"
            )["IntegrationId"]
        target = f"integrations/{integrations[arn]}"
        route = present.pop(key, None)
        if route is None:
            gateway.create_route(ApiId=api, RouteKey=key, Target=target)
        elif route.get("Target") != target:
            gateway.update_route(ApiId=api, RouteId=route["RouteId"], Target=target)
    for route in present.values():
        gateway.delete_route(ApiId=api, RouteId=route["RouteId"])


def wanted(template):
    """(logical id, route key) of every HttpApi event."""
    for name, resource in template["Resources"].items():
        if resource["Type"] == "AWS::Serverless::Function":
            for event in resource["Properties"].get("Events", {}).values():
                if event["Type"] == "HttpApi":
                    yield name, f"{event['Properties']['Method']} {event['Properties']['Path']}"


def lift_tls(bucket):
    """The archive refuses what does not come over TLS, and the emulator speaks plain HTTP on the loopback interface."""
    boto3.client("s3").delete_bucket_policy(Bucket=bucket)


def widen(roles):
    """Two permissions that IAM reads otherwise than the emulator: `GetParametersByPath` is checked against the path, and here against `*`
    only; `sqs:SendMessage` covers batches, which are an action of their own here."""
    iam = boto3.client("iam")
    for role in roles:
        wider = []
        for policy in iam.list_role_policies(RoleName=role)["PolicyNames"]:
            if policy == "emulator":
                continue
            for statement in listed(iam.get_role_policy(RoleName=role, PolicyName=policy)["PolicyDocument"]["Statement"]):
                actions = listed(statement["Action"])
                if "ssm:GetParametersByPath" in actions:
                    wider.append({"Effect": "Allow", "Action": "ssm:GetParametersByPath", "Resource": "*"})
                if "sqs:SendMessage" in actions:
                    wider.append({"Effect": "Allow", "Action": "sqs:SendMessageBatch", "Resource": statement["Resource"]})
        if wider:
            document = {"Version": "2012-10-17", "Statement": wider}
            iam.put_role_policy(RoleName=role, PolicyName="emulator", PolicyDocument=json.dumps(document))


def listed(one_or_many):
    return one_or_many if isinstance(one_or_many, list) else [one_or_many]


def store_keys(path):
    ssm = boto3.client("ssm")
    # The simulator takes any credentials; the real eBay is not called without ours.
    ebay = "unset" if os.environ.get("UPSTREAMS") == "real" else "local"
    keys = (("LASTFM_KEY", "local"), ("DISCOGS_TOKEN", "local"), ("EBAY_CLIENT_ID", ebay), ("EBAY_CLIENT_SECRET", ebay))
    for name, default in keys:
        value = os.environ.get(name) or default
        ssm.put_parameter(Name=f"{path}/{name.lower()}", Value=value, Type="SecureString", Overwrite=True)


def empty(name):
    bucket = boto3.resource("s3").Bucket(name)
    if bucket.creation_date:
        bucket.objects.delete()


def forget_old_programs():
    """The emulator unpacks every version of a function into a folder named by its hash, and keeps them all."""
    pages = boto3.client("lambda").get_paginator("list_functions").paginate()
    deployed = {base64.b64decode(function["CodeSha256"]).hex() for page in pages for function in page["Functions"]}
    unpacked = pathlib.Path(__file__).resolve().parents[2] / ".local/ministack/tmp"
    for folder in unpacked.glob("ministack-provided-code-*/*"):
        if folder.name not in deployed:
            shutil.rmtree(folder, ignore_errors=True)


{"content": content, "prepare": prepare, "finish": finish}[sys.argv[1]](*sys.argv[2:])
