/** The public page on which two roles or levels stand side by side, and its spreadsheet. */
@NullMarked
package org.espalier.roleprofile.comparison.web;

import org.jspecify.annotations.NullMarked;
