package org.clausebot.desk.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clausebot.http.Request;
import org.clausebot.school.Receiver;

/** What a form says of a new password, a new authenticator or both, and what is wrong with it, field by field. */
@SuppressWarnings("ArrayRecordComponent") // lives for one request
record NewAccess(String password, byte[] totp, long step, Map<String, String> problems) {
    static NewAccess read(
            Request request,
            Receiver owner,
            String secretOwner,
            boolean asksPassword,
            boolean asksCode,
            Checks checks) {
        Map<String, String> form = request.form();
        String password = form.getOrDefault("password", "");
        Map<String, String> problems = new LinkedHashMap<>();
        if (asksPassword) {
            checks.passwords().problem(password, owner).ifPresent(words -> problems.put("password", words));
            if (problems.isEmpty() && !password.equals(form.getOrDefault("again", ""))) {
                problems.put("again", "The two passwords differ. Type the same one in both fields.");
            }
        }
        byte[] totp = new byte[0];
        long step = 0;
        if (asksCode) {
            totp = checks.setUp().totpSecret(secretOwner, form.getOrDefault("setup", ""));
            step = checks.setUp().step(totp, form.getOrDefault("code", "")).orElse(0);
            if (step == 0) {
                problems.put(
                        "code",
                        "That is not the code that the app shows now. Wait for the next one and type it. If it is never"
                                + " accepted, check that the phone sets its clock by itself.");
            }
        }
        return new NewAccess(password, totp, step, problems);
    }

    record Checks(Passwords passwords, SetUp setUp) {}

    boolean isRight() {
        return problems.isEmpty();
    }

    /** Shows nothing of the secrets. */
    @Override
    public String toString() {
        return "NewAccess" + problems.keySet();
    }
}
