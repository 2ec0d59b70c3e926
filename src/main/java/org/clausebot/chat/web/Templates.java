package org.clausebot.chat.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the templates that the build generated. Everything put into one is escaped. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "org.clausebot.chat.web.templates");

    String render(String template, Object model) {
        StringOutput page = new StringOutput(8 * 1024);
        engine.render(template + ".jte", model, page);
        return page.toString();
    }
}
