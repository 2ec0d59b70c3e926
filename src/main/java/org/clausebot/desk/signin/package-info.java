/**
 * Sign-in for those who receive reports: accounts, second factors, passkeys, the school's own identity provider, sessions
 * and first access. It says who somebody is; which cases that person may see is decided elsewhere.
 */
@NullMarked
package org.clausebot.desk.signin;

import org.jspecify.annotations.NullMarked;
