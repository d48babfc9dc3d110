<!-- The functions of prefix g: for XSLT, with the meaning that they have in xpath/. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:g="urn:gevinst:conformance">

  <xsl:function name="g:decimal" as="xs:decimal?">
    <xsl:param name="value"/>
    <xsl:sequence select="if (count($value) eq 1 and data($value) castable as xs:decimal) then xs:decimal(data($value)) else ()"/>
  </xsl:function>

  <xsl:function name="g:integer" as="xs:integer?">
    <xsl:param name="value"/>
    <xsl:sequence select="if (count($value) eq 1 and data($value) castable as xs:integer) then xs:integer(data($value)) else ()"/>
  </xsl:function>

  <xsl:function name="g:double" as="xs:double?">
    <xsl:param name="value"/>
    <xsl:sequence select="if (count($value) eq 1 and data($value) castable as xs:double) then xs:double(data($value)) else ()"/>
  </xsl:function>

  <xsl:function name="g:date" as="xs:date?">
    <xsl:param name="value"/>
    <xsl:sequence select="if (count($value) eq 1 and data($value) castable as xs:date) then xs:date(data($value)) else ()"/>
  </xsl:function>

  <xsl:function name="g:in-list" as="xs:boolean">
    <xsl:param name="value"/>
    <xsl:param name="list"/>
    <xsl:sequence select="count($value) = 1 and map:contains($g:lists($list), string($value))"/>
  </xsl:function>

  <xsl:function name="g:slack" as="xs:boolean?">
    <xsl:param name="one"/>
    <xsl:param name="other"/>
    <xsl:param name="tolerance"/>
    <xsl:sequence select="abs(g:decimal($one) - g:decimal($other)) le g:decimal($tolerance)"/>
  </xsl:function>

  <!-- Numbers with check digits; a value of another form is false. -->
  <xsl:function name="g:weighted" as="xs:integer">
    <xsl:param name="digits" as="xs:string"/>
    <xsl:param name="weights" as="xs:integer*"/>
    <xsl:sequence select="xs:integer(sum(for $i in 1 to count($weights) return $weights[$i] * xs:integer(substring($digits, $i, 1))))"/>
  </xsl:function>

  <xsl:function name="g:gln" as="xs:boolean">
    <xsl:param name="value"/>
    <xsl:variable name="text" select="string($value)"/>
    <xsl:variable name="length" select="string-length($text)"/>
    <xsl:sequence select="matches($text, '^[0-9]+$') and g:weighted($text, for $i in 1 to $length return if (($length - $i) mod 2 = 1) then 3 else 1) mod 10 = 0"/>
  </xsl:function>

  <xsl:function name="g:luhn" as="xs:boolean">
    <xsl:param name="value"/>
    <xsl:variable name="text" select="string($value)"/>
    <xsl:variable name="length" select="string-length($text)"/>
    <xsl:sequence select="matches($text, '^[0-9]+$') and sum(for $i in 1 to $length, $digit in xs:integer(substring($text, $i, 1)) return if (($length - $i) mod 2 = 0) then $digit else $digit * 2 - (if ($digit gt 4) then 9 else 0)) mod 10 = 0"/>
  </xsl:function>

  <xsl:function name="g:cvr" as="xs:boolean">
    <xsl:param name="value"/>
    <xsl:variable name="text" select="string($value)"/>
    <xsl:sequence select="matches($text, '^[0-9]{8}$') and $text != '00000000' and g:weighted($text, (2, 7, 6, 5, 4, 3, 2, 1)) mod 11 = 0"/>
  </xsl:function>

  <xsl:function name="g:mod11-no" as="xs:boolean">
    <xsl:param name="value"/>
    <xsl:variable name="text" select="string($value)"/>
    <xsl:sequence select="matches($text, '^[0-9]{9}$') and $text != '000000000' and g:weighted($text, (3, 2, 7, 6, 5, 4, 3, 2, 1)) mod 11 = 0"/>
  </xsl:function>

  <xsl:function name="g:mod97-0208" as="xs:boolean">
    <xsl:param name="value"/>
    <xsl:variable name="text" select="string($value)"/>
    <xsl:sequence select="matches($text, '^[0-9]{10}$') and 97 - xs:integer(substring($text, 1, 8)) mod 97 = xs:integer(substring($text, 9, 2))"/>
  </xsl:function>

  <xsl:function name="g:abn" as="xs:boolean">
    <xsl:param name="value"/>
    <xsl:variable name="text" select="string($value)"/>
    <xsl:sequence select="matches($text, '^[0-9]{11}$') and (g:weighted($text, (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)) - 10) mod 89 = 0"/>
  </xsl:function>

  <xsl:function name="g:tin-gr" as="xs:boolean">
    <xsl:param name="value"/>
    <xsl:variable name="text" select="string($value)"/>
    <xsl:sequence select="matches($text, '^[0-9]{9}') and g:weighted($text, (256, 128, 64, 32, 16, 8, 4, 2)) mod 11 mod 10 = xs:integer(substring($text, 9, 1))"/>
  </xsl:function>

  <xsl:function name="g:iban" as="xs:boolean">
    <xsl:param name="value"/>
    <xsl:variable name="text" select="string($value)"/>
    <xsl:variable name="turned" select="string-to-codepoints(substring($text, 5) || substring($text, 1, 4))"/>
    <xsl:sequence select="matches($text, '^[A-Z]{2}[0-9]{2}[A-Za-z0-9]{0,30}$') and xs:integer(string-join(for $point in $turned return string(if ($point gt 64) then $point - 55 else $point - 48))) mod 97 = 1"/>
  </xsl:function>

  <xsl:function name="g:path" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="string-join($node/ancestor-or-self::node()[not(self::document-node())] ! g:step(.))"/>
  </xsl:function>

  <xsl:function name="g:step" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
      if ($node instance of attribute()) then '/@' || g:name($node)
      else '/' || g:name($node) || '[' || 1 + count($node/preceding-sibling::*[node-name() = node-name($node)]) || ']'"/>
  </xsl:function>

  <xsl:function name="g:name" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="uri" select="string(namespace-uri($node))"/>
    <xsl:sequence select="(if (map:contains($g:prefixes, $uri)) then $g:prefixes($uri) || ':' else '') || local-name($node)"/>
  </xsl:function>
</xsl:stylesheet>
