package org.espalier.access.web;

/** What counts as one address when sign-ins are throttled: an IPv4 address, or the network of an IPv6 address. */
final class NetworkAddress {
    private static final int IPV6_NETWORK_PARTS = 4;

    private NetworkAddress() {}

    /** The address itself, or for IPv6 its first 64 bits, since one household or attacker has all of the rest. */
    static String of(String remote) {
        if (!remote.contains(":")) {
            return remote;
        }
        try {
            var bytes = java.net.InetAddress.ofLiteral(remote).getAddress();
            var network = new StringBuilder();
            for (var i = 0; i < IPV6_NETWORK_PARTS * 2 && i < bytes.length; i++) {
                network.append(String.format("%02x", bytes[i]));
            }
            return network.toString();
        } catch (IllegalArgumentException e) {
            return remote;
        }
    }
}
