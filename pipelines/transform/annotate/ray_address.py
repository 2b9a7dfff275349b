"""See whether a Ray cluster may be at an address, without loading Ray."""

import socket

SECONDS_TO_ANSWER = 10.0


def knock(address: str) -> None:
    """See whether anybody listens, if the address is a host and a port; Ray would try for minutes.

    Raises:
        ConnectionError: If nobody does; the message says how to mend it.
    """
    host, _, port = address.rpartition("://")[2].rpartition(":")
    if not port.isdecimal():
        return
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=SECONDS_TO_ANSWER).close()
    except OSError:
        raise no_cluster(address) from None


def no_cluster(address: str) -> ConnectionError:
    """What to tell a user whose address leads to no cluster."""
    return ConnectionError(
        f"ONRECORD_RAY_ADDRESS={address!r}: no Ray cluster answers there; start one with: ray start --head"
    )
