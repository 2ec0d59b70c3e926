package org.clausebot.chat.awaited;

/**
 * Where somebody can be told something later.
 *
 * @param channel the kind of channel, such as {@code slack}; names the {@link Teller}
 * @param place where they are in it: the workspace or the tenant; may be empty where {@code wider} is not
 * @param wider the organisation that the place belongs to, which gives its people one id in all its places; empty for none
 * @param person their id there
 */
public record Address(String channel, String place, String wider, String person) {
    public Address {
        if (channel.isBlank() || person.isBlank() || (place.isBlank() && wider.isBlank())) {
            throw new IllegalArgumentException("An address needs a channel, a place and a person");
        }
    }

    /** Never prints who it is. */
    @Override
    public String toString() {
        return "Address[" + channel + "]";
    }
}
