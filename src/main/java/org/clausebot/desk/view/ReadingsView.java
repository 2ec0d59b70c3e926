package org.clausebot.desk.view;

import java.util.List;

/**
 * Which policies staff are asked to read.
 *
 * @param people how many are on the list of staff
 * @param mail whether mail can be sent
 * @param said what came of the last change; empty for none
 */
public record ReadingsView(
        OwnerFrame frame, List<Row> policies, List<Row> rounds, int people, boolean mail, String said) {
    public ReadingsView {
        policies = List.copyOf(policies);
        rounds = List.copyOf(rounds);
    }

    /**
     * A policy, or a request.
     *
     * @param version as answers name it
     * @param hash the first digits of the version's
     * @param state in words
     * @param address of its request; empty where there is none
     * @param ask the address at which to ask; empty where it is asked for
     */
    public record Row(String title, String version, String hash, String state, String address, String ask) {}
}
