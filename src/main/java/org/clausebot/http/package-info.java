/**
 * The web server: Jetty, routes, sign-in, limits, health and metrics.
 *
 * <p>It knows nothing of policies or answers; features hand it their routes.
 */
@NullMarked
package org.clausebot.http;

import org.jspecify.annotations.NullMarked;
