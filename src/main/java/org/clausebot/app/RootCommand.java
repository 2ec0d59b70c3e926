package org.clausebot.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "clausebot",
        mixinStandardHelpOptions = true,
        version = "Clausebot 0.1.0",
        description = "Answers a school's staff with the policy's own words.",
        footerHeading = "%nFirst steps:%n",
        footer = {
            "  ./clausebot serve                          the web page",
            "  ./clausebot ask \"can I friend a parent?\"   one question",
            "  ./clausebot chat                           a conversation"
        })
final class RootCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
