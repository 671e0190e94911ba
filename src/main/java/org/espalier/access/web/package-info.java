/** Sign-in and account pages, and how the web is guarded: sessions in cookies, form tokens, headers, closed doors. */
@NullMarked
package org.espalier.access.web;

import org.jspecify.annotations.NullMarked;
