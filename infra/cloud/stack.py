"""What `make deploy` asks of the cloud beside `sam deploy`.

usage: stack.py exists STACK               succeeds when the stack has been deployed
       stack.py tunnel STACK COMMAND…      runs the command with a DATABASE_URL that leads through the gateway to the database
       stack.py finish STACK               stores the upstream keys that the environment has and prints the stack's outputs
"""

import json
import os
import socket
import subprocess
import sys
import time

import boto3
import botocore.exceptions


def describe(stack):
    return boto3.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]


def outputs(stack):
    return {output["OutputKey"]: output["OutputValue"] for output in describe(stack).get("Outputs", [])}


def exists(stack):
    try:
        status = describe(stack)["StackStatus"]
    except botocore.exceptions.ClientError as error:
        if "does not exist" in str(error):
            sys.exit(1)
        raise
    sys.exit(0 if status.endswith("_COMPLETE") and status not in ("DELETE_COMPLETE", "ROLLBACK_COMPLETE") else 1)


def tunnel(stack, *command):
    found = outputs(stack)
    secret = json.loads(boto3.client("secretsmanager").get_secret_value(SecretId=found["DatabaseSecret"])["SecretString"])
    port = free_port()
    document = {
        "Target": found["Gateway"],
        "DocumentName": "AWS-StartPortForwardingSessionToRemoteHost",
        "Parameters": {"host": [found["DatabaseHost"]], "portNumber": ["5432"], "localPortNumber": [str(port)]},
    }
    ssm = boto3.client("ssm")
    session = ssm.start_session(**document)
    answer = json.dumps({name: session[name] for name in ("SessionId", "TokenValue", "StreamUrl")})
    plugin = subprocess.Popen(
        ["session-manager-plugin", answer, ssm.meta.region_name, "StartSession", "", json.dumps(document), ssm.meta.endpoint_url],
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(port, plugin)
        # The name is the database's, so that its certificate fits; the address is the tunnel's.
        url = f"postgres://{secret['username']}:{secret['password']}@{found['DatabaseHost']}:{port}/vinilogy"
        environment = os.environ | {"DATABASE_URL": f"{url}?sslmode=require&hostaddr=127.0.0.1"}
        status = subprocess.call(command, env=environment)
    finally:
        plugin.terminate()
        ssm.terminate_session(SessionId=session["SessionId"])
    sys.exit(status)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(port, plugin):
    for _ in range(150):
        if plugin.poll() is not None:
            sys.exit("the tunnel to the database ended")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    sys.exit("the tunnel to the database did not open")


def finish(stack):
    path = next(p["ParameterValue"] for p in describe(stack)["Parameters"] if p["ParameterKey"] == "UpstreamKeysPath")
    ssm = boto3.client("ssm")
    for name in ("LASTFM_KEY", "DISCOGS_TOKEN", "EBAY_CLIENT_ID", "EBAY_CLIENT_SECRET"):
        if value := os.environ.get(name):
            ssm.put_parameter(Name=f"{path}/{name.lower()}", Value=value, Type="SecureString", Overwrite=True)
    for name, value in outputs(stack).items():
        print(f"{name:16} {value}")


{"exists": exists, "tunnel": tunnel, "finish": finish}[sys.argv[1]](*sys.argv[2:])
